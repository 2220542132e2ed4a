import { memo, useRef } from 'react'
import { useTexts } from '../../texts.ts'
import type { Fault } from './card-text.ts'

interface Props {
  readonly text: string
  readonly onChange: (text: string) => void
  readonly faults: readonly Fault[]
}

/** A text editor with line numbers. Errors are marked at their line and listed below with a link to it. */
export function CardEditor({ text, onChange, faults }: Props) {
  const { t } = useTexts('rate-cards')
  const area = useRef<HTMLTextAreaElement>(null)
  const lines = text.split('\n')
  const wrong = new Set(faults.map(({ line }) => line))
  const go = (line: number) => {
    const start = lines.slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0)
    area.current?.focus()
    area.current?.setSelectionRange(start, start + lines[line - 1]!.length)
    const frame = area.current?.parentElement
    if (frame) frame.scrollTop = Math.max(0, (line - 6) * LINE)
  }
  return (
    <>
      <div className="card-editor mono">
        <div className="gutter" aria-hidden="true">
          <Numbers count={lines.length} />
          {[...wrong].map(
            (line) =>
              line !== undefined && (
                <span key={line} style={{ top: PADDING + (line - 1) * LINE }}>
                  {line}
                </span>
              ),
          )}
        </div>
        <textarea
          ref={area}
          aria-label={t('editor')}
          aria-invalid={faults.length > 0}
          aria-describedby="card-faults"
          spellCheck={false}
          autoCapitalize="off"
          rows={lines.length}
          value={text}
          onChange={({ target }) => onChange(target.value)}
        />
      </div>
      <ul id="card-faults" className="faults" aria-live="polite">
        {faults.map(({ line, pointer, message }) => (
          <li key={`${line}${pointer}${message}`}>
            <button type="button" disabled={line === undefined} onClick={() => line !== undefined && go(line)}>
              <span className="status status-bad">{line === undefined ? t('somewhere') : t('line', { line })}</span>{' '}
              {pointer && <span className="mono">{pointer}</span>} {message}
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}

/** Renders again only if the number of lines changes. */
const Numbers = memo(function Numbers({ count }: { readonly count: number }) {
  return <>{Array.from({ length: count }, (_, index) => index + 1).join('\n')}</>
})

/** The line height and the padding above the first line, as in main.css. */
const LINE = 20
const PADDING = 8
