/** A request of the payer: its status, the required evidence and its deadline, and the possible actions. */
import type { ReceiptMessage, ReceiptRequest } from '../../../receipts/receipt.ts'
import { words } from '../../../receipts/words.ts'
import type { ReceiptFrame, Writer } from './frame.ts'
import { type Html, html, type Piece } from './html.ts'
import { about, mistakeIn, type RejectedForm, rejectedIn, typedInto } from './rejected-form.ts'
import { texts } from './texts.ts'

/** @param index makes the field ids of several forms on a page unique */
export function requestOf(request: ReceiptRequest, index: number, write: Writer, frame: ReceiptFrame): Html {
  const { language, amount, time, day } = write
  const t = texts[language]
  const { status, decline, declineText, appealed, answerBy, notBefore } = request
  return html`<article>
<h3>${words.request(request, language)}</h3>
<p>${request.amount > 0n && html`<strong>${amount(request.amount)}</strong> · `}${words.reason(request.reason, language)}
<span class="hint">${t.askedOn(time(request.askedAt))}</span></p>
${notBefore && html`<p>${t.backAfter(time(notBefore))}</p>`}
${decline !== null && html`<p>${t.declined(words.decline(decline, language))}</p>`}
${declineText !== null && html`<blockquote><span class="hint">${t.service}</span>${declineText}</blockquote>`}
${status === 'declined' && appealed && html`<p>${t.finallyDeclined}</p>`}
${status === 'requested' && appealed && html`<p>${t.lookedAgain}</p>`}
${asked(request, write)}
${answerBy && request.evidence.length === 0 && html`<p>${t.answerBy(day(answerBy))}</p>`}
${request.messages.map((message) => messageOf(message, write))}
${evidenceForm(request, index, write, frame)}
${appealForm(request, index, write, frame)}
${withdrawForm(request, write, frame)}
</article>`
}

const listed = (kinds: ReceiptRequest['evidence'], { language }: Writer) =>
  kinds.map((kind) => words.evidence(kind, language)).join(language === 'zh' ? '、' : ', ')

function asked({ status, evidence, mayShow, answerBy }: ReceiptRequest, write: Writer): Piece {
  const t = texts[write.language]
  if (evidence.length === 0) return status === 'needs-evidence' && html`<p>${t.nothingOfYou}</p>`
  const needed = t.stillNeeded(listed(evidence, write))
  if (!mayShow) return html`<p>${needed} ${t.atService}</p>`
  return html`<p>${needed}${answerBy && html` <strong>${t.showBy(write.day(answerBy))}</strong>`}</p>`
}

function messageOf({ at, byPayer, kind, evidence, text, url }: ReceiptMessage, write: Writer): Html {
  const t = texts[write.language]
  const about = {
    message: null,
    evidence: evidence && t.youShowed(words.evidence(evidence, write.language)),
    appeal: t.youAppealed,
  }[kind]
  const said = [text, url].filter((each) => each !== null).join('\n')
  return html`<blockquote><span class="hint">${byPayer ? t.you : t.service}, ${write.time(at)}${about && html` · ${about}`}</span>${said}</blockquote>`
}

const MAX_EVIDENCE_LENGTH = 2000

/** Only the evidence that the request waits for can be sent; other evidence would not be reviewed. */
function evidenceForm(
  { id, evidence, mayShow }: ReceiptRequest,
  index: number,
  write: Writer,
  frame: ReceiptFrame,
): Piece {
  if (!mayShow || evidence.length === 0) return null
  const t = texts[write.language]
  const rejected = rejectedIn(frame.rejected, 'evidence', id)
  const [text, url] = [`text-${index}`, `url-${index}`]
  const [only] = evidence
  const choice =
    evidence.length === 1
      ? html`<input type="hidden" name="kind" value="${only!}">`
      : html`<fieldset><legend>${t.show}</legend>${mistakeIn('kind', rejected, `kind-${index}`)}${evidence.map((kind, i) => kindChoice(kind, `kind-${index}-${i}`, rejected, write))}</fieldset>`
  return html`<form method="post" action="${frame.path}/evidence?lang=${write.language}"><input type="hidden" name="request" value="${id}">${choice}
<div class="field"><label for="${text}">${t.showText}</label><textarea id="${text}" name="text" rows="3" maxlength="${MAX_EVIDENCE_LENGTH}"${about('text', rejected, text)}>${rejected?.fields.text ?? ''}</textarea>${mistakeIn('text', rejected, text)}</div>
<div class="field"><label for="${url}">${t.showUrl}</label><span class="hint" id="${url}-hint">${t.showUrlHint}</span>
<input type="text" id="${url}" name="url" inputmode="url" maxlength="${MAX_EVIDENCE_LENGTH}" autocomplete="off"${typedInto('url', rejected, url, `${url}-hint`)}>${mistakeIn('url', rejected, url)}</div>
<button type="submit">${t.sendShown}</button></form>`
}

function kindChoice(
  kind: ReceiptRequest['evidence'][number],
  field: string,
  rejected: RejectedForm | null,
  { language }: Writer,
): Html {
  const checked = rejected?.fields.kind === kind && html` checked`
  return html`<div class="choice"><input type="radio" name="kind" value="${kind}" id="${field}" required${checked}>
<div><label for="${field}">${words.evidence(kind, language)}</label></div></div>`
}

function appealForm({ id, mayAppeal }: ReceiptRequest, index: number, write: Writer, frame: ReceiptFrame): Piece {
  if (!mayAppeal) return null
  const t = texts[write.language]
  const rejected = rejectedIn(frame.rejected, 'appeal', id)
  const field = `appeal-${index}`
  return html`<form method="post" action="${frame.path}/appeal?lang=${write.language}"><input type="hidden" name="request" value="${id}">
<div class="field"><label for="${field}">${t.appealWhy}</label><span class="hint" id="${field}-hint">${t.appealHint}</span>
<textarea id="${field}" name="text" rows="3" maxlength="${MAX_EVIDENCE_LENGTH}" required${about('text', rejected, field, `${field}-hint`)}>${rejected?.fields.text ?? ''}</textarea>${mistakeIn('text', rejected, field)}</div>
<button type="submit" class="quiet">${t.appeal}</button></form>`
}

function withdrawForm({ id, mayWithdraw }: ReceiptRequest, { language }: Writer, { path }: ReceiptFrame): Piece {
  if (!mayWithdraw) return null
  return html`<form method="post" action="${path}/withdraw?lang=${language}"><input type="hidden" name="request" value="${id}">
<button type="submit" class="quiet">${texts[language].withdraw}</button></form>`
}
