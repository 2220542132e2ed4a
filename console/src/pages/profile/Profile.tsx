import { Alert, Descriptions } from 'antd'
import { useMe } from '../../api.ts'
import { useTexts } from '../../texts.ts'
import { Loaded } from '../../ui/Loaded.tsx'
import { Page, Section } from '../../ui/Page.tsx'
import { Sessions } from '../../ui/Sessions.tsx'
import { scopeInWords } from '../../ui/scope.ts'
import { Password } from './Password.tsx'
import { SecondFactor } from './SecondFactor.tsx'

/** The signed-in user's own account. */
export default function Profile() {
  const { t, term } = useTexts('profile')
  const me = useMe()
  return (
    <Page title={t('title')} lead={t('lead')}>
      <Loaded of={me}>
        {({ user, scopes, party }) =>
          user?.secondFactorMissing ? (
            <>
              <Alert type="warning" showIcon title={t('totp.required')} style={{ marginBottom: 16 }} />
              <SecondFactor on={false} />
            </>
          ) : user ? (
            <>
              <Section>
                <Descriptions
                  size="small"
                  column={{ xs: 1, sm: 2, lg: 3 }}
                  items={[
                    { key: 'name', label: t('field.name'), children: user.name },
                    { key: 'email', label: t('field.email'), children: user.email },
                    { key: 'role', label: t('field.role'), children: term('role', user.role) },
                    ...(party ? [{ key: 'party', label: t('field.party'), children: party }] : []),
                    {
                      key: 'scopes',
                      label: t('field.scopes'),
                      span: 'filled',
                      children: (
                        <span title={scopes.join('\n')}>
                          {scopes.map((scope) => scopeInWords(scope, term)).join(t('comma'))}
                        </span>
                      ),
                    },
                  ]}
                />
              </Section>
              <div className="two-columns even">
                {user.hasPassword ? (
                  <Password />
                ) : (
                  <Section title={t('password.title')}>
                    <Alert type="info" showIcon title={t('password.none')} />
                  </Section>
                )}
                {user.hasPassword && <SecondFactor on={user.totp} />}
              </div>
              <Sessions mayEnd />
            </>
          ) : (
            <Alert type="info" showIcon title={t('byKey')} />
          )
        }
      </Loaded>
    </Page>
  )
}
