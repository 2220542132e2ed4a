/** The receipt page: the payment, where the money went, refunds, possible refunds and requests. */
import { lines } from '../../../lines/index.ts'
import type { Receipt } from '../../../receipts/receipt.ts'
import { words } from '../../../receipts/words.ts'
import { askSection, guardianSection } from './ask.ts'
import { formatAmount, formatDay, formatTime } from './format.ts'
import type { ReceiptFrame, Writer } from './frame.ts'
import { type Html, html, type Piece } from './html.ts'
import { layout, refusal } from './layout.ts'
import { requestOf } from './request.ts'
import { texts } from './texts.ts'

export function receiptPage(receipt: Receipt, frame: ReceiptFrame): string {
  const { language, done } = frame
  const t = texts[language]
  const { unit, zone } = receipt
  const write: Writer = {
    language,
    amount: (micros) => formatAmount(micros, unit, language),
    time: (at) => formatTime(at, zone, language),
    day: (at) => formatDay(at, zone, language),
  }
  return layout(
    frame,
    html`${refusal(language, frame.error)}
${done && html`<section class="notice" role="status"><p>${t.done[done]}</p></section>`}
${paidSection(receipt, write)}
${whereSection(receipt, write)}
${backSection(receipt, write)}
${requestsSection(receipt, write, frame)}
${askSection(receipt, write, frame)}
${guardianSection(receipt, write)}
<footer><p>${t.times(zone)} ${t.private}</p><p class="noprint">${t.ends(write.time(frame.endsAt))}
<a href="${frame.entry}?lang=${language}">${t.another}</a></p></footer>`,
  )
}

function paidSection(receipt: Receipt, { language, amount, time }: Writer): Html {
  const t = texts[language]
  const { payee, reference, line, product, items } = receipt
  const several = items.length > 1 || items.some(({ quantity }) => quantity > 1n)
  return html`<section>
<h1>${t.youPaid}</h1>
<p class="big">${amount(receipt.amount)}</p>
${payee !== null && html`<p>${t.to} <strong>${payee}</strong></p>`}
<dl><dt>${t.when}</dt><dd>${time(receipt.chargedAt)}</dd>
<dt>${t.what}</dt><dd>${product[language]} <span class="soft">(${line[language]})</span></dd>
${reference !== null && html`<dt>${t.order}</dt><dd>${reference}</dd>`}
<dt>${t.receipt}</dt><dd>${receipt.number}</dd></dl>
${several && html`<h2 class="sub">${t.whatBought}</h2><ul class="rows">${items.map((item) => itemRow(item, t, amount))}</ul>`}
</section>`
}

function itemRow(
  { id, quantity, amount: paid, returned }: Receipt['items'][number],
  t: (typeof texts)['en'],
  amount: Writer['amount'],
): Html {
  return html`<li><span class="grow">${id} ${quantity > 1n && t.quantity(quantity)}
${returned > 0n && html`<span class="hint">${t.returnedUnits(returned)}</span>`}</span><span class="sum">${amount(paid)}</span></li>`
}

const COLORS = 5

function whereSection({ parts, amount: whole }: Receipt, { language, amount }: Writer): Piece {
  if (parts.length === 0) return null
  const t = texts[language]
  const color = (index: number) => `c${Math.min(index, COLORS - 1)}`
  const bar = parts.map((part, index) => ({ amount: part.amount, color: color(index) }))
  const rows = parts.map(
    (
      { kind, to, amount: paid },
      index,
    ) => html`<li>${dot(color(index))}<span class="grow">${words.recipient(to, language)}
<span class="hint">${words.kind(kind, language)}</span></span><span class="sum">${amount(paid)}</span></li>`,
  )
  return html`<section><h2>${t.whereTitle}</h2>${barOf(bar, whole)}<ul class="rows">${rows}</ul></section>`
}

function backSection(receipt: Receipt, { language, amount, time }: Writer): Html {
  const t = texts[language]
  const { refunded, pending, disputed, refunds, amount: whole } = receipt
  const standing = [
    { name: t.back, amount: refunded, color: 'c2' },
    { name: t.onTheWay, amount: pending, color: 'c0' },
    { name: t.disputed, amount: disputed, color: 'c3' },
    { name: t.stays, amount: whole - refunded - pending - disputed, color: 'rest' },
  ].filter((each) => each.amount > 0n)
  if (refunds.length === 0 && disputed === 0n) {
    return html`<section><h2>${t.backTitle}</h2><p>${t.nothingBack}</p></section>`
  }
  const rows = standing.map(
    (each) =>
      html`<li>${dot(each.color)}<span class="grow">${each.name}</span><span class="sum">${amount(each.amount)}</span></li>`,
  )
  const history = refunds.map(
    (refund) => html`<li><span class="grow"><span class="status">${words.refund(refund, language)}</span>
<span class="hint">${time(refund.endedAt ?? refund.startedAt)}</span>
${lines.explanations.render(refund.exchange, language, receipt.zone).map((text) => html`<span class="hint">${text}</span>`)}</span><span class="sum">${amount(refund.amount)}</span></li>`,
  )
  return html`<section><h2>${t.backTitle}</h2>${barOf(standing, whole)}<ul class="rows">${rows}</ul>
<ul class="rows">${history}</ul></section>`
}

/** Decorative: the list beside it shows the same figures as text. */
function barOf(parts: readonly { readonly amount: bigint; readonly color: string }[], whole: bigint): Piece {
  if (whole <= 0n) return null
  let at = 0n
  const rects = parts.map(({ amount, color }) => {
    const from = (at * 1000n) / whole
    at += amount
    const width = (at * 1000n) / whole - from
    return html`<rect class="${color}" x="${from}" y="0" width="${width}" height="30"/>`
  })
  return html`<svg class="bar" viewBox="0 0 1000 30" preserveAspectRatio="none" aria-hidden="true" focusable="false">${rects}</svg>`
}

function dot(color: string): Html {
  return html`<svg class="dot" viewBox="0 0 10 10" aria-hidden="true" focusable="false"><circle class="${color}" cx="5" cy="5" r="5"/></svg>`
}

function requestsSection({ requests }: Receipt, write: Writer, frame: ReceiptFrame): Piece {
  if (requests.length === 0) return null
  return html`<section id="requests"><h2>${texts[write.language].requestsTitle}</h2>
${requests.map((request, index) => requestOf(request, index, write, frame))}</section>`
}
