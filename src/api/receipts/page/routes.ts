/**
 * The pages for payers: plain forms that work without scripts. Number and secret are sent in the body and exchanged for
 * a token that lasts half an hour; links contain a token that expires too, and no page leaks its URL to other sites
 * (Referrer-Policy). There are no cookies: every form carries the token, so there is nothing to forge.
 */
import { randomUUID } from 'node:crypto'
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { EVIDENCE, REASONS } from '../../../charges/policy.ts'
import { bodyText } from '../../../http/body-text.ts'
import type { Api } from '../../../http/operation.ts'
import { asKnown, languageOf, logFailure } from '../../../http/problems.ts'
import type { Language } from '../../../language.ts'
import { Problem } from '../../../problem.ts'
import type { Receipt } from '../../../receipts/receipt.ts'
import type { Opened, ReceiptService } from '../../../receipts/service.ts'
import type { EvidenceInput } from '../../../refund-requests/open.ts'
import type { RefundAsk } from '../../../refunds/plan.ts'
import { typedAmount } from './amount.ts'
import { entryPage } from './layout.ts'
import { receiptPage } from './receipt.ts'
import type { FormName, RejectedForm } from './rejected-form.ts'
import { RECEIPT_POLICY } from './style.ts'
import { type Done, refusalText, texts } from './texts.ts'

export const RECEIPT_PAGE = '/r'

/** Two fields of 2,000 characters, each encoded by browsers in up to nine bytes. */
const FORM_LIMIT = 48 * 1024
const MAX_FIELDS = 100
const MAX_NOTE_LENGTH = 2000
type Fields = Readonly<Record<string, string>>
type Typed = { readonly form: FormName; readonly fields: Fields }

export function receiptPages(app: Api, receipts: ReceiptService): void {
  app.register(async (pages) => {
    readForms(pages)
    pages.setErrorHandler((error: FastifyError, request, reply) => {
      const problem = asKnown(error, request)
      if (problem.status >= 500) logFailure(error, problem, request)
      const language = languageFor(request)
      const page = entryPage({ language, path: RECEIPT_PAGE }, RECEIPT_PAGE, refusalText(problem, language))
      if (problem.code === 'rate_limited') reply.header('retry-after', String(problem.params.wait))
      return sendPage(reply.code(problem.status), language, page)
    })
    entryRoutes(pages, receipts)
    receiptRoutes(pages, receipts)
  })
}

function entryRoutes(pages: FastifyInstance, receipts: ReceiptService): void {
  pages.get(RECEIPT_PAGE, (request, reply) => {
    const language = languageFor(request)
    return sendPage(reply, language, entryPage({ language, path: RECEIPT_PAGE }, RECEIPT_PAGE, null))
  })

  pages.post(RECEIPT_PAGE, { bodyLimit: FORM_LIMIT }, async (request, reply) => {
    const { number = '', secret = '' } = fieldsOf(request)
    const opened = await receipts.open({ number, secret }, request.ip)
    const { token } = await receipts.visit(opened)
    return reply.redirect(`${RECEIPT_PAGE}/${token}?lang=${languageFor(request)}`, 303)
  })
}

function receiptRoutes(pages: FastifyInstance, receipts: ReceiptService): void {
  const address = `${RECEIPT_PAGE}/:token`

  pages.get(address, async (request, reply) =>
    show({ receipts, request, reply, opened: await openBy(receipts, request) }),
  )

  pages.post(`${address}/requests`, { bodyLimit: FORM_LIMIT }, async (request, reply) => {
    const opened = await openBy(receipts, request)
    const fields = fieldsOf(request)
    const ask = async () => {
      await receipts.ask(opened, askedIn(fields, await receipts.read(opened)))
    }
    return act({ receipts, request, reply, opened }, 'sent', ask, { form: 'requests', fields })
  })

  pages.post(`${address}/evidence`, { bodyLimit: FORM_LIMIT }, async (request, reply) => {
    const opened = await openBy(receipts, request)
    const fields = fieldsOf(request)
    const hand = async () => {
      await receipts.show(opened, fields.request ?? '', evidenceIn(fields))
    }
    return act({ receipts, request, reply, opened }, 'shown', hand, { form: 'evidence', fields })
  })

  pages.post(`${address}/appeal`, { bodyLimit: FORM_LIMIT }, async (request, reply) => {
    const opened = await openBy(receipts, request)
    const fields = fieldsOf(request)
    const appeal = async () => {
      const text = textIn(fields, 'text')
      if (text === '') throw invalid('text')
      await receipts.appeal(opened, fields.request ?? '', text)
    }
    return act({ receipts, request, reply, opened }, 'appealed', appeal, { form: 'appeal', fields })
  })

  pages.post(`${address}/withdraw`, { bodyLimit: FORM_LIMIT }, async (request, reply) => {
    const opened = await openBy(receipts, request)
    return act({ receipts, request, reply, opened }, 'taken', () =>
      receipts.withdraw(opened, fieldsOf(request).request ?? ''),
    )
  })
}

const tokenOf = ({ params }: FastifyRequest) => (params as { token: string }).token

function openBy(receipts: ReceiptService, request: FastifyRequest): Promise<Opened> {
  return receipts.open({ token: tokenOf(request) }, request.ip)
}

/** A request for a page of an opened receipt. */
interface Visit {
  readonly receipts: ReceiptService
  readonly request: FastifyRequest
  readonly reply: FastifyReply
  readonly opened: Opened
}

/**
 * Executes the action of a form and redirects to the receipt; a refusal is shown on it.
 * @param typed input of the form, shown again if it is refused
 */
async function act(
  { receipts, request, reply, opened }: Visit,
  done: Done,
  run: () => Promise<void>,
  typed?: Typed,
): Promise<FastifyReply> {
  try {
    await run()
  } catch (error) {
    if (!(error instanceof Problem) || error.status >= 500) throw error
    return show({ receipts, request, reply: reply.code(error.status), opened }, { problem: error, typed })
  }
  return reply.redirect(`${RECEIPT_PAGE}/${tokenOf(request)}?lang=${languageFor(request)}&done=${done}#requests`, 303)
}

async function show(
  { receipts, request, reply, opened }: Visit,
  refused?: { readonly problem: Problem; readonly typed: Typed | undefined },
): Promise<FastifyReply> {
  const language = languageFor(request)
  const { done } = request.query as { done?: unknown }
  const page = receiptPage(await receipts.read(opened), {
    ...{ language, path: `${RECEIPT_PAGE}/${tokenOf(request)}`, entry: RECEIPT_PAGE, key: randomUUID() },
    endsAt: receipts.endOf(tokenOf(request)),
    done: refused === undefined && isDone(done) ? done : null,
    error: refused ? refusalText(refused.problem, language) : null,
    rejected: refused?.typed === undefined ? null : toRejectedForm(refused.typed, refused.problem, language),
  })
  return sendPage(reply, language, page)
}

const isDone = (text: unknown): text is Done => typeof text === 'string' && Object.hasOwn(texts.en.done, text)

function sendPage(reply: FastifyReply, language: Language, page: string): FastifyReply {
  return reply
    .header('content-security-policy', RECEIPT_POLICY)
    .header('content-language', language === 'zh' ? 'zh-CN' : 'en')
    .header('vary', 'accept-language')
    .header('x-robots-tag', 'noindex, nofollow')
    .type('text/html; charset=utf-8')
    .send(page)
}

/** The language of the switch, or else the one that the browser prefers. */
function languageFor(request: FastifyRequest): Language {
  const { lang } = request.query as { lang?: unknown }
  return lang === 'zh' || lang === 'en' ? lang : languageOf(request)
}

function readForms(pages: FastifyInstance): void {
  pages.removeAllContentTypeParsers()
  pages.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'buffer' }, (request, bytes, done) => {
    try {
      const pairs = [...new URLSearchParams(bodyText(request, bytes as Buffer))]
      if (pairs.length > MAX_FIELDS) throw new Problem('request_invalid', { reason: 'too many fields' })
      done(null, Object.assign(Object.create(null), Object.fromEntries(pairs)))
    } catch (error) {
      done(error as Error, undefined)
    }
  })
}

function fieldsOf({ body }: FastifyRequest): Fields {
  return (body ?? {}) as Fields
}

const invalid = (reason: string) => new Problem('request_invalid', { reason })
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is turned away
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/
const CONTROLS = new RegExp(CONTROL, 'g')
const KEY = /^[\w-]{1,60}$/

/** @throws Problem `request_invalid`, `amount_…`. */
function askedIn(fields: Fields, receipt: Receipt) {
  const { key } = fields
  const reason = REASONS.find((each) => each === fields.reason)
  const note = textIn(fields, 'note')
  if (reason === undefined) throw invalid('reason')
  if (key === undefined || !KEY.test(key)) throw invalid('key')
  return { reason, ask: partAsked(fields, receipt), key, ...(note === '' ? {} : { note }) }
}

/** The input of a multi-line field. @throws Problem `request_invalid`. */
function textIn(fields: Fields, name: string): string {
  const text = (fields[name] ?? '').replaceAll('\r\n', '\n').trim()
  if (text.length > MAX_NOTE_LENGTH || CONTROL.test(text)) throw invalid(name)
  return text
}

const ADDRESS = /^https:\/\/[^\s]+$/

/** @throws Problem `request_invalid`. */
function evidenceIn(fields: Fields): EvidenceInput {
  const kind = EVIDENCE.find((each) => each === fields.kind)
  const [text, url] = [textIn(fields, 'text'), textIn(fields, 'url')]
  if (kind === undefined) throw invalid('kind')
  if (url !== '' && !ADDRESS.test(url)) throw invalid('url')
  if (text === '' && url === '') throw invalid('text')
  return { kind, ...(text === '' ? {} : { text }), ...(url === '' ? {} : { url }) }
}

/** The submitted form, without characters that a page cannot contain. */
function toRejectedForm({ form, fields: typed }: Typed, problem: Problem, language: Language): RejectedForm {
  const { code, params } = problem
  const fields = Object.fromEntries(Object.entries(typed).map(([name, text]) => [name, text.replace(CONTROLS, '')]))
  const wrong = code === 'request_invalid' ? String(params.reason) : ABOUT_AMOUNT.test(code) ? 'amount' : null
  return { form, fields, wrong, message: refusalText(problem, language) }
}

const ABOUT_AMOUNT = /^amount_|^refund_exceeds_refundable$/

const UNITS = /^\d{1,18}$/

function partAsked({ how = 'all', amount = '', ...fields }: Fields, { unit, items }: Receipt): RefundAsk {
  if (how === 'amount') return { amount: typedAmount(amount, unit) }
  if (how !== 'items') return {}
  const requested = items.flatMap(({ id }, index) => {
    const text = (fields[`item-${index}`] ?? '').normalize('NFKC').trim()
    if (text === '' || text === '0') return []
    if (!UNITS.test(text)) throw invalid(`item-${index}`)
    return [{ id, quantity: BigInt(text) }]
  })
  if (requested.length === 0) throw invalid('items')
  return { items: requested }
}
