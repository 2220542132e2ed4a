import { definedFields } from '../http/defined-fields.ts'
import { Problem } from '../problem.ts'
import type { SignInSettings } from '../users/sign-in.ts'
import type { Settings } from './settings.ts'

/**
 * Returns the sign-in settings. Users of the company's issuer become users of `tenant`.
 * @throws Problem `oidc_setting_missing`.
 */
export function signInSettings(settings: Settings, tenant: number): SignInSettings {
  const { publicUrl, oidcIssuer: issuer, oidcClientId: clientId, oidcClientSecret: clientSecret } = settings
  if (issuer === undefined) return definedFields({ publicUrl })
  if (publicUrl === undefined || clientId === undefined || clientSecret === undefined) {
    const needed = {
      RECOUP_PUBLIC_URL: publicUrl,
      RECOUP_OIDC_CLIENT_ID: clientId,
      RECOUP_OIDC_CLIENT_SECRET: clientSecret,
    }
    const missing = Object.entries(needed).flatMap(([name, value]) => (value === undefined ? [name] : []))
    throw new Problem('oidc_setting_missing', { missing })
  }
  const more = definedFields({ name: settings.oidcName, roleClaim: settings.oidcRoleClaim })
  return { publicUrl, oidc: { issuer, clientId, clientSecret, tenant, ...more } }
}
