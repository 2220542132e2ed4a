import { CheckCircleOutlined, RightOutlined } from '@ant-design/icons'
import { Link } from 'react-router'
import { formatInstant, formatMoney, formatNumber } from '../../format.ts'
import { useTexts } from '../../texts.ts'
import { useCanOpen } from '../../ui/can-open.ts'
import { Section } from '../../ui/Page.tsx'
import { ProblemAlert } from '../../ui/ProblemAlert.tsx'
import { useTimeZone } from '../../ui/time-zone.ts'
import { useAttention } from './attention.ts'
import type { Matter } from './matters.ts'

/** The open tasks, each linked to the page that handles it. */
export function Attention() {
  const { t } = useTexts('overview')
  const canOpen = useCanOpen()
  const { matters, isPending, errors } = useAttention()
  return (
    <Section title={t('attention.title')}>
      {errors[0] && <ProblemAlert error={errors[0]} style={{ marginBottom: 12 }} />}
      {matters.length > 0 && (
        <ul className="attention" aria-label={t('attention.title')}>
          {matters.map((matter) => (
            <li key={matter.key} className={`attention-${matter.mood}`}>
              {canOpen(matter.to) ? (
                <Link to={matter.to}>
                  <What matter={matter} />
                  <RightOutlined aria-hidden />
                </Link>
              ) : (
                <div>
                  <What matter={matter} />
                </div>
              )}
            </li>
          ))}
        </ul>
      )}
      {matters.length === 0 && errors.length === 0 && (
        <span className="attention-none">
          {isPending ? (
            t('attention.looking')
          ) : (
            <>
              <CheckCircleOutlined aria-hidden /> {t('attention.none')}
            </>
          )}
        </span>
      )}
    </Section>
  )
}

function What({ matter: { key, count, more, until, sums } }: { readonly matter: Matter }) {
  const { t, language } = useTexts('overview')
  const timeZone = useTimeZone()
  const money = sums?.map(({ amount, currency }) => formatMoney(amount, currency, language, { places: 2 })).join(' + ')
  return (
    <span className="attention-what">
      <b>{money ?? `${formatNumber(count, language)}${more ? '+' : ''}`}</b>
      <span>{t(`attention.${key}`, { count })}</span>
      {until && timeZone && <small>{t('attention.until', { time: formatInstant(until, language, timeZone) })}</small>}
    </span>
  )
}
