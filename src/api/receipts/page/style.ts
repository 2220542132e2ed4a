/** The style sheet, inlined in the page. The Content-Security-Policy allows it by hash and no other style. */
import { createHash } from 'node:crypto'

export const STYLE = `
:root { color-scheme: light dark; --paper: #fff; --ground: #f2f4f6; --ink: #16202a; --soft: #4d5a66; --line: #ccd3da;
  --strong: #0b5fae; --on-strong: #fff; --good: #14663c; --bad: #a02020; --bad-ground: #fdecea; --good-ground: #e6f4ec;
  --c0: #0b5fae; --c1: #b4580a; --c2: #14663c; --c3: #7a3aa0; --c4: #66717c; --rest: #aab3bc }
@media (prefers-color-scheme: dark) { :root { --paper: #1a2129; --ground: #10151a; --ink: #e9eef3; --soft: #a9b5c0;
  --line: #3a4652; --strong: #7fbcff; --on-strong: #0a1a2a; --good: #7fd6a6; --bad: #ff9d95; --bad-ground: #3a1d1b;
  --good-ground: #16301f; --c0: #7fbcff; --c1: #f0a35e; --c2: #7fd6a6; --c3: #cf9cf0; --c4: #a9b5c0; --rest: #4d5a66 } }
* { box-sizing: border-box }
body { margin: 0; background: var(--ground); color: var(--ink); font: 1.0625rem/1.55 system-ui, -apple-system, 'Segoe UI',
  Roboto, 'PingFang SC', 'Noto Sans SC', 'Microsoft YaHei', sans-serif; overflow-wrap: anywhere }
header, main, footer { max-width: 40rem; margin: 0 auto; padding: 0 1rem }
header { display: flex; justify-content: space-between; align-items: center; padding-top: .75rem }
header p { margin: 0; font-weight: 600 }
section { background: var(--paper); border: 1px solid var(--line); border-radius: .75rem; padding: 1rem 1.25rem;
  margin: 1rem 0 }
h1 { font-size: 1.125rem; font-weight: 600; margin: 0; color: var(--soft) }
h2 { font-size: 1.1875rem; margin: 0 0 .75rem }
h3, h2.sub { font-size: 1.0625rem; margin: 1.25rem 0 .25rem }
p { margin: .4rem 0 }
a { color: var(--strong) }
.big { font-size: clamp(2.25rem, 11vw, 3.25rem); font-weight: 700; line-height: 1.15; margin: .1rem 0;
  font-variant-numeric: tabular-nums }
.answer { font-size: 1.25rem; font-weight: 600 }
.soft, .hint { color: var(--soft) }
.hint { font-size: .9375rem; display: block }
dl { display: grid; grid-template-columns: auto 1fr; gap: .25rem 1rem; margin: .75rem 0 0 }
dt { color: var(--soft) } dd { margin: 0 }
ul { list-style: none; margin: .5rem 0 0; padding: 0 }
.rows > li { display: flex; gap: .75rem; align-items: baseline; padding: .5rem 0; border-top: 1px solid var(--line) }
.rows > li:first-child { border-top: 0 }
.rows .grow { flex: 1 }
.rows .sum { font-variant-numeric: tabular-nums; font-weight: 600; white-space: nowrap }
svg.bar { display: block; width: 100%; height: 1.75rem; border-radius: .375rem }
svg.dot { width: .8rem; height: .8rem; flex: none }
.c0 { fill: var(--c0) } .c1 { fill: var(--c1) } .c2 { fill: var(--c2) } .c3 { fill: var(--c3) } .c4 { fill: var(--c4) }
.rest { fill: var(--rest) }
label { font-weight: 600 }
fieldset { border: 0; padding: 0; margin: 1.25rem 0 0 } legend { font-weight: 700; padding: 0 }
.choice { display: flex; gap: .75rem; align-items: flex-start; padding: .6rem 0; border-bottom: 1px solid var(--line) }
.choice input[type=radio] { width: 1.35rem; height: 1.35rem; margin: .1rem 0 0; flex: none; accent-color: var(--strong) }
.choice > div { flex: 1 }
.inner { margin: .4rem 0 .2rem; display: flex; gap: .75rem; align-items: center; flex-wrap: wrap }
.inner label { font-weight: 400; flex: 1 }
input[type=text], textarea { width: 100%; font: inherit; color: inherit; background: var(--ground); padding: .65rem .75rem;
  border: 1px solid var(--soft); border-radius: .5rem }
.inner input[type=text] { width: 8rem; padding: .5rem .75rem } .typed { font-family: ui-monospace, Menlo, Consolas, monospace; font-size: 1.25rem !important }
.field { margin: 1rem 0 0 }
button { font: inherit; font-weight: 700; min-height: 3rem; padding: .6rem 1.25rem; border-radius: .5rem; cursor: pointer;
  border: 2px solid var(--strong); background: var(--strong); color: var(--on-strong); margin: 1.25rem 0 .25rem }
button.quiet { background: transparent; color: var(--strong); min-height: 2.75rem; margin-top: .75rem }
:focus-visible { outline: 3px solid var(--c1); outline-offset: 2px }
.skip { position: absolute; left: -99rem } .skip:focus { left: 1rem; background: var(--paper); padding: .5rem }
.notice { border-left: .4rem solid var(--good); background: var(--good-ground) }
.refusal { border-left: .4rem solid var(--bad); background: var(--bad-ground) }
.wrong { color: var(--bad); font-weight: 600 } [aria-invalid] { border-color: var(--bad) !important }
.refusal h2 { color: var(--bad) }
.status { font-weight: 700 }
article + article { border-top: 1px solid var(--line); margin-top: 1.5rem }
blockquote { margin: .5rem 0; padding: .25rem .75rem; border-left: .25rem solid var(--line); white-space: pre-line }
footer { color: var(--soft); font-size: .9375rem; padding-bottom: 2rem }
@media print { :root { color-scheme: light } body { background: #fff; color: #000 } form, .noprint, header a { display: none !important }
  section { break-inside: avoid; border-color: #888 } svg { print-color-adjust: exact; -webkit-print-color-adjust: exact } }
`

const hash = createHash('sha256').update(STYLE).digest('base64')

/** Allows only this page, its own style and its own forms, and no scripts. */
export const RECEIPT_POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${hash}'`,
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')
