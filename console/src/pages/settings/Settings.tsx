import { Button, Descriptions, Flex } from 'antd'
import { useMay, useMe } from '../../api.ts'
import { useTexts } from '../../texts.ts'
import { Loaded } from '../../ui/Loaded.tsx'
import { Page, Section } from '../../ui/Page.tsx'
import { ActiveUsers } from './ActiveUsers.tsx'
import { RequestSettings } from './RequestSettings.tsx'
import { SettlementSettings } from './SettlementSettings.tsx'
import { SignInSettings } from './SignInSettings.tsx'

/** The settings of the platform that the user may see. */
export default function Settings() {
  const { t } = useTexts('settings')
  const me = useMe()
  const may = useMay()
  return (
    <Page title={t('title')} lead={t('lead')}>
      <Section title={t('platform')}>
        <Loaded of={me} rows={2}>
          {({ tenant }) => (
            <Flex vertical gap={12}>
              <Descriptions
                size="small"
                column={{ xs: 1, sm: 2 }}
                items={[
                  { key: 'name', label: t('name'), children: tenant.name },
                  { key: 'zone', label: t('timeZone'), children: `${tenant.timeZone} (${t('timeZoneLead')})` },
                ]}
              />
              <Flex gap={8} wrap>
                <Button href="/docs" target="_blank">
                  {t('apiDocs')}
                </Button>
                <Button href="/openapi.json" target="_blank">
                  {t('openApi')}
                </Button>
              </Flex>
            </Flex>
          )}
        </Loaded>
      </Section>
      {may('requests:read') && <RequestSettings />}
      {may('settlement:read') && <SettlementSettings />}
      {may('users:read') && <SignInSettings />}
      {may('reports:read') && <ActiveUsers />}
    </Page>
  )
}
