import type { Answer, Shapes } from '@recoup/sdk'
import { Alert, App, Button, Flex, Typography } from 'antd'
import { useEffect, useMemo, useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { recoup, useGet, useMe, useSend } from '../../api.ts'
import type { StoredText } from '../../browser-storage.ts'
import { formatInstant } from '../../format.ts'
import { useTexts } from '../../texts.ts'
import { Loaded } from '../../ui/Loaded.tsx'
import { MomentPicker } from '../../ui/MomentPicker.tsx'
import { Page, Section } from '../../ui/Page.tsx'
import { ProblemAlert } from '../../ui/ProblemAlert.tsx'
import { useTimeZone } from '../../ui/time-zone.ts'
import { isWaiting } from '../../ui/waiting.ts'
import { CardEditor } from './CardEditor.tsx'
import { Changes } from './Changes.tsx'
import { type Card, type Fault, located, readCard, writeCard } from './card-text.ts'
import { draftOf } from './draft.ts'
import { followerOf } from './follower.ts'
import { Simulate } from './Simulate.tsx'

export default function Edit() {
  const { t } = useTexts('rate-cards')
  const [search] = useSearchParams()
  const from = search.get('from')
  const given = useGet('/v1/rate-cards/{version}', { params: { path: { version: Number(from) } } }, { enabled: !!from })
  const current = useGet('/v1/rate-cards/current', undefined, { enabled: !from })
  const me = useMe().data
  return (
    <Page title={t('edit')} lead={t('editLead')} back={{ to: '/rate-cards', label: t('title') }}>
      <Loaded of={from ? given : current} rows={16}>
        {(card) => me && <Editing card={card} draft={draftOf(me, card.version)} key={card.version} />}
      </Loaded>
    </Page>
  )
}

/** How long to wait after the last keystroke before parsing the text and asking the server, because a card has a thousand lines. */
const PAUSE_MS = 350

/** The text with its errors and changes, updated while the user types. */
function useChecked(text: string) {
  const { t, language } = useTexts('rate-cards')
  const [checked, setChecked] = useState<{ card: Card; result: Shapes['RateCardCheck'] }>()
  const [faults, setFaults] = useState<readonly Fault[]>([])
  const [error, setError] = useState<unknown>()
  // biome-ignore lint/correctness/useExhaustiveDependencies: errors are in the language of the page
  useEffect(() => {
    setChecked(undefined)
    const abort = new AbortController()
    const timer = setTimeout(() => {
      const read = readCard(text)
      const { card } = read
      if (!card) {
        setFaults(read.faults.length > 0 ? read.faults : [{ line: undefined, message: t('notACard') }])
        return
      }
      recoup.post('/v1/rate-cards/validate', { body: card, signal: abort.signal }).then(
        (result: Shapes['RateCardCheck']) => {
          setError(undefined)
          setChecked({ card, result })
          const whole = result.detail ? [{ line: undefined, message: result.detail }] : []
          setFaults(result.valid ? [] : result.errors.length > 0 ? located(read, result.errors) : whole)
        },
        (failed) => abort.signal.aborted || setError(failed),
      )
    }, PAUSE_MS)
    return () => {
      clearTimeout(timer)
      abort.abort()
    }
  }, [text, language])
  return { checked, faults, error }
}

interface EditingProps {
  readonly card: Answer<'/v1/rate-cards/current'>
  readonly draft: StoredText
}

function Editing({ card: begun, draft }: EditingProps) {
  const { t } = useTexts('rate-cards')
  const { modal } = App.useApp()
  const original = useMemo(() => writeCard(begun), [begun])
  const [text, setText] = useState(() => draft.read() ?? original)
  const [resumed, setResumed] = useState(() => draft.read() !== null)
  const { checked, faults, error } = useChecked(text)
  const valid = checked?.result.valid ? checked.card : undefined
  const type = (typed: string) => {
    draft.write(typed === original ? null : typed)
    setText(typed)
  }
  const askDiscard = () =>
    modal.confirm({
      title: t('draft.discardSure', { version: begun.version }),
      okText: t('draft.discard'),
      okButtonProps: { danger: true },
      onOk: () => {
        type(original)
        setResumed(false)
      },
    })
  return (
    <>
      {resumed && <Alert type="info" showIcon title={t('draft.resumed')} role="status" />}
      <Section
        title={t('contents')}
        extra={text !== original && <Button onClick={askDiscard}>{t('draft.discard')}</Button>}
      >
        <CardEditor text={text} onChange={type} faults={faults} />
        {error !== undefined && <ProblemAlert error={error} style={{ marginTop: 12 }} />}
      </Section>
      {checked?.result.valid && (
        <Section title={t('wouldChange')}>
          <Changes changes={checked.result.changes} />
        </Section>
      )}
      {valid && <Simulate card={valid} />}
      {valid && (
        <Publish card={valid} changed={checked!.result.changes.length > 0} onPublished={() => draft.write(null)} />
      )}
    </>
  )
}

interface PublishProps {
  readonly card: Card
  readonly changed: boolean
  readonly onPublished: () => void
}

function Publish({ card, changed, onPublished }: PublishProps) {
  const { t, language } = useTexts('rate-cards')
  const { modal, message } = App.useApp()
  const navigate = useNavigate()
  const timeZone = useTimeZone()
  const versions = useGet('/v1/rate-cards')
  const [from, setFrom] = useState<string>()
  const body = { ...card, ...(from ? { effectiveAt: from } : {}) }
  /** What the card takes away depends on when it takes effect. */
  const check = useSend(() => recoup.post('/v1/rate-cards/validate', { body }))
  const publish = useSend(async (confirm: string | null) => {
    const made = await recoup.post('/v1/rate-cards', { body: { ...body, ...(confirm ? { confirm } : {}) } })
    // Before the card in force is read again, because it may be the edited one.
    onPublished()
    return made
  })
  const ask = async () => {
    const checked = await check.mutateAsync(undefined).catch(() => undefined)
    if (!checked) return
    const { confirm, lost, warnings } = checked
    const next = versions.data && timeZone ? followerOf(versions.data.data, from) : undefined
    modal.confirm({
      title: t('publishSure'),
      content: (
        <>
          {next && (
            <Typography.Paragraph strong>
              {t('publishReplaced', {
                version: next.version,
                time: formatInstant(next.effectiveAt, language, timeZone!, 'long'),
              })}
            </Typography.Paragraph>
          )}
          {lost.length > 0 && (
            <Alert
              type="warning"
              showIcon
              title={t('publishLoses')}
              description={lost.join(language === 'zh' ? '、' : ', ')}
              style={{ marginBottom: 12 }}
            />
          )}
          {warnings.map(({ pointer, text }) => (
            <Alert
              key={pointer}
              type="warning"
              showIcon
              title={text}
              description={<span className="mono">{pointer}</span>}
              style={{ marginBottom: 12 }}
            />
          ))}
          {t('publishWhat')}
        </>
      ),
      okText: t('publish'),
      okButtonProps: { danger: lost.length > 0 },
      onOk: async () => {
        const made = await publish.mutateAsync(confirm).catch(() => undefined)
        if (!made) return
        if (isWaiting(made)) return void message.info(t('approvals.submitted'))
        message.success(t('published', { version: made.version }))
        void navigate(`/rate-cards/${made.version}`)
      },
    })
  }
  return (
    <Section title={t('publish')}>
      <Flex wrap gap={12} align="center">
        <MomentPicker label={t('effectiveAt')} placeholder={t('atOnce')} value={from} onChange={setFrom} />
        <Button type="primary" disabled={!changed} loading={check.isPending || publish.isPending} onClick={ask}>
          {t('publish')}
        </Button>
        <Typography.Text type="secondary">{changed ? t('publishLead') : t('noChanges')}</Typography.Text>
      </Flex>
      {(check.error ?? publish.error) && (
        <ProblemAlert error={check.error ?? publish.error} style={{ marginTop: 12 }} />
      )}
    </Section>
  )
}
