/** The actions of the audit trail as published by the API. */
import type { Shapes } from '@recoup/sdk'
import type en from '../texts/en.json'
import type zh from '../texts/zh.json'

type Action = Shapes['AuditAction']

/** Fails type-checking unless there is exactly one text per action. */
type Complete<Texts extends Record<Action, string> & Record<Exclude<keyof Texts, Action>, never>> = keyof Texts

export type AuditAction = Complete<typeof en.auditAction> & Complete<typeof zh.auditAction>
