/** The actions of the audit trail as published by the API, in the order of their texts. */
import type { Shapes } from '@recoup/sdk'
import type en from './en.json'
import type zh from './zh.json'

type AuditAction = Shapes['AuditAction']

/** Fails type-checking unless there is exactly one text per action. */
type Complete<Texts extends Record<AuditAction, string> & Record<Exclude<keyof Texts, AuditAction>, never>> =
  keyof Texts

export type NamedAction = Complete<typeof en.actions> & Complete<typeof zh.actions>
