/** The section that shows whether a refund is possible, with the form to request it. */
import type { Option, Receipt } from '../../../receipts/receipt.ts'
import { words } from '../../../receipts/words.ts'
import type { ReceiptFrame, Writer } from './frame.ts'
import { type Html, html, type Piece } from './html.ts'
import { about, mistakeIn, type RejectedForm, rejectedIn, typedInto } from './rejected-form.ts'
import { texts, whyNot } from './texts.ts'

export function askSection(receipt: Receipt, write: Writer, frame: ReceiptFrame): Html {
  const t = texts[write.language]
  const open = receipt.options.filter((option) => option.open)
  const gifts =
    receipt.giftsReturnAt !== null &&
    receipt.refundable > 0n &&
    html`<p>${t.giftsReturn(write.time(receipt.giftsReturnAt))}</p>`
  if (open.length === 0) {
    const why = whyNot(
      receipt.options.flatMap(({ decline }) => decline ?? []),
      write.language,
    )
    return html`<section><h2>${t.getTitle}</h2><p class="answer">${t.no}</p>${why !== '' && html`<p>${t.because(why)}</p>`}${gifts}</section>`
  }
  // The headline only promises what does not depend on facts that are not known yet.
  const sure = open.filter(({ dependsOnUse }) => !dependsOnUse)
  const most = (sure.length > 0 ? sure : open).reduce((top, each) => (each.most > top ? each.most : top), 0n)
  const answer = (sure.length > 0 ? t.yes : t.perhaps)(write.amount(most))
  return html`<section><h2>${t.getTitle}</h2><p class="answer">${answer}</p>${gifts}${form(receipt, open, write, frame)}</section>`
}

function form(receipt: Receipt, open: readonly Option[], write: Writer, { path, key, ...frame }: ReceiptFrame): Html {
  const t = texts[write.language]
  const rejected = rejectedIn(frame.rejected, 'requests')
  const { how = 'all', note = '' } = rejected?.fields ?? {}
  const checked = (value: string) => how === value && html` checked`
  return html`<form method="post" action="${path}/requests?lang=${write.language}">
<input type="hidden" name="key" value="${key}">
${reasons(open, write, rejected)}
<fieldset><legend>${t.howMuch}</legend>
<div class="choice"><input type="radio" name="how" value="all" id="how-all"${checked('all')}><label for="how-all">${t.all}</label></div>
<div class="choice"><input type="radio" name="how" value="amount" id="how-amount"${checked('amount')}><div><label for="how-amount">${t.part}</label>
<div class="inner"><label for="amount" class="hint">${t.partHint(receipt.unit)}</label>
<input type="text" id="amount" name="amount" inputmode="decimal" maxlength="30" autocomplete="off"${typedInto('amount', rejected)}></div>${mistakeIn('amount', rejected)}</div></div>
${itemsChoice(receipt, write, rejected, checked('items'))}</fieldset>
<div class="field"><label for="note">${t.note}</label><textarea id="note" name="note" rows="3" maxlength="2000"${about('note', rejected)}>${note}</textarea>${mistakeIn('note', rejected)}</div>
<button type="submit">${t.send}</button>
</form>`
}

/** What is the same for all reasons is shown once above them. */
function reasons(open: readonly Option[], write: Writer, rejected: RejectedForm | null): Html {
  const t = texts[write.language]
  const said = open.map((option) => conditionsOf(option, write))
  const same = open.length > 1 && new Set(said).size === 1
  const choices = open.map(({ reason }, index) => {
    const id = `reason-${reason}`
    const input = html`type="radio" name="reason" value="${reason}" id="${id}" required${rejected?.fields.reason === reason && html` checked`}`
    const label = html`<label for="${id}">${words.reason(reason, write.language)}</label>`
    if (same) return html`<div class="choice"><input ${input}><div>${label}</div></div>`
    return html`<div class="choice"><input ${input} aria-describedby="${id}-hint">
<div>${label}<span class="hint" id="${id}-hint">${said[index]!}</span></div></div>`
  })
  return html`<fieldset><legend>${t.why}</legend>${same && html`<p class="hint">${said[0]!}</p>`}${mistakeIn('reason', rejected)}${choices}</fieldset>`
}

function conditionsOf(option: Option, { language, amount, time }: Writer): string {
  const t = texts[language]
  const { most, deadline, evidence, dependsOnUse, looked, notBefore } = option
  const needed = evidence.map((kind) => words.evidence(kind, language)).join(language === 'zh' ? '、' : ', ')
  return [
    t.upTo(amount(most)),
    ...(dependsOnUse ? [t.dependsOnUse] : []),
    deadline === null ? t.anyTime : t.until(time(deadline)),
    ...(needed === '' ? [] : [t.needs(needed)]),
    looked || dependsOnUse ? t.looked : t.atOnce,
    ...(notBefore === null ? [] : [t.notBefore(time(notBefore))]),
  ].join(language === 'zh' ? '；' : ' · ')
}

/** With more items than fit on the page, the payer requests an amount instead. */
const MAX_ITEMS = 50

function itemsChoice(
  { items }: Receipt,
  { language, amount }: Writer,
  rejected: RejectedForm | null,
  checked: Piece,
): Piece {
  const t = texts[language]
  const several = items.length > 1 || items.some(({ quantity }) => quantity > 1n)
  if (!several || items.length > MAX_ITEMS) return null
  const rows = items.map(({ id, quantity, returned, amount: paid }, index) => {
    const left = quantity - returned
    return (
      left > 0n &&
      html`<div class="inner"><label for="item-${index}">${id} <span class="soft">${amount(paid)}</span></label>
<input type="text" id="item-${index}" name="item-${index}" inputmode="numeric" maxlength="18" autocomplete="off" placeholder="0–${left}"${typedInto(`item-${index}`, rejected)}></div>${mistakeIn(`item-${index}`, rejected)}`
    )
  })
  return html`<div class="choice"><input type="radio" name="how" value="items" id="how-items"${checked}><div><label for="how-items">${t.some}</label>${mistakeIn('items', rejected)}${rows}</div></div>`
}

export function guardianSection({ guardian }: Receipt, { language, amount, day }: Writer): Piece {
  if (!guardian?.open) return null
  const t = texts[language]
  const evidence = guardian.evidence.map((kind) => words.evidence(kind, language)).join(language === 'zh' ? '、' : ', ')
  return html`<section><h2>${t.child}</h2><p>${t.childText(amount(guardian.most), evidence)}
${guardian.deadline && t.childUntil(day(guardian.deadline))}</p></section>`
}
