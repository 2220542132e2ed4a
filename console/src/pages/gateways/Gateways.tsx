import { BankOutlined } from '@ant-design/icons'
import { App, Button, Flex, Typography } from 'antd'
import { useState } from 'react'
import { recoup, useGet, useMay, useSend } from '../../api.ts'
import { useTexts } from '../../texts.ts'
import { useAuditRows } from '../../ui/AuditTrail.tsx'
import { type Column, RowsTable } from '../../ui/DataTable.tsx'
import { Instant } from '../../ui/Instant.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import { Page, Section } from '../../ui/Page.tsx'
import { ProblemAlert } from '../../ui/ProblemAlert.tsx'
import { isWaiting } from '../../ui/waiting.ts'
import type { Gateway } from './gateway.ts'
import { Payments } from './Payments.tsx'
import { ReconciliationSettings } from './ReconciliationSettings.tsx'
import { SetUp } from './SetUp.tsx'

/** The gateways of the platform and the payments through them. */
export default function Gateways() {
  const { t, term } = useTexts('gateways')
  const { modal, message } = App.useApp()
  const may = useMay()
  const trail = useAuditRows<Gateway>(({ name }) => name)
  const gateways = useGet('/v1/gateways')
  const [setting, setSetting] = useState<Gateway | 'new'>()
  const turn = useSend(({ name, enabled }: { name: string; enabled: boolean }) =>
    recoup.patch('/v1/gateways/{gateway}', { params: { path: { gateway: name } }, body: { enabled } }),
  )
  const ask = ({ name, enabled }: Gateway) =>
    modal.confirm({
      title: enabled ? t('turnOff.title', { name }) : t('turnOn.title', { name }),
      content: enabled ? t('turnOff.detail') : t('turnOn.detail'),
      okText: enabled ? t('turnOff.do') : t('turnOn.do'),
      okButtonProps: { danger: enabled },
      onOk: () =>
        turn.mutateAsync({ name, enabled: !enabled }).then(
          (answer) => {
            if (isWaiting(answer)) message.info(t('approvals.submitted'))
            else message.success(enabled ? t('turnOff.done', { name }) : t('turnOn.done', { name }))
          },
          () => {},
        ),
    })
  const columns: Column<Gateway>[] = [
    {
      key: 'name',
      title: t('name'),
      render: ({ name, kind }) => (
        <>
          <span className="mono">{name}</span>
          <div style={{ fontSize: 12, opacity: 0.75 }}>{term('kinds', kind)}</div>
        </>
      ),
    },
    {
      key: 'status',
      title: t('field.status'),
      render: ({ enabled }) => (
        <span className={enabled ? 'status status-good' : 'status'}>{enabled ? t('on') : t('off')}</span>
      ),
    },
    {
      key: 'notify',
      title: t('notify'),
      render: ({ notifyPath }) => (
        <Typography.Text
          className="mono"
          copyable={{ text: `${window.location.origin}${notifyPath}`, tooltips: [t('copyNotify'), t('copied')] }}
        >
          {`${notifyPath.slice(0, notifyPath.lastIndexOf('/') + 1)}…`}
        </Typography.Text>
      ),
    },
    { key: 'updated', title: t('updated'), render: ({ updatedAt }) => <Instant at={updatedAt} /> },
    {
      key: 'acts',
      title: <span className="unseen">{t('change')}</span>,
      render: (gateway) =>
        may('gateways:write') && (
          <Flex gap={8}>
            <Button onClick={() => setSetting(gateway)}>{t('change')}</Button>
            {may('settlement:approve') && <ReconciliationSettings gateway={gateway.name} />}
            <Button onClick={() => ask(gateway)}>{gateway.enabled ? t('turnOff.do') : t('turnOn.do')}</Button>
          </Flex>
        ),
    },
  ]
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      actions={
        may('gateways:write') && (
          <Button type="primary" icon={<BankOutlined />} onClick={() => setSetting('new')}>
            {t('setUp.title')}
          </Button>
        )
      }
    >
      {turn.error && <ProblemAlert error={turn.error} />}
      <Section flush>
        <Loaded of={gateways}>
          {({ data }) => (
            <RowsTable
              rows={data}
              columns={columns}
              rowKey={({ id }) => id}
              label={t('title')}
              empty={t('none')}
              {...trail}
            />
          )}
        </Loaded>
      </Section>
      {may('charges:read') && <Payments gateways={gateways.data?.data.map(({ name }) => name) ?? []} />}
      <SetUp of={setting} onClose={() => setSetting(undefined)} />
    </Page>
  )
}
