/** Problems of users, sign-in and roles. */
import { type Entry, entry } from './entry.ts'

export const usersProblems = {
  sign_in_refused: entry(
    401,
    ['Sign-in failed', '登录失败'],
    ['The email address or the password is incorrect.', '邮箱或密码不正确。'],
  ),
  sign_in_limited: entry(
    429,
    ['Too many sign-in attempts', '登录尝试过于频繁'],
    ['There were too many attempts. Try again in {wait} s.', '尝试次数过多，请在 {wait} 秒后重试。'],
  ),
  second_factor_refused: entry(
    401,
    ['Incorrect code', '验证码不正确'],
    ['The code is incorrect, was already used or has expired.', '验证码错误、已使用或已过期。'],
  ),
  second_factor_expired: entry(
    401,
    ['Sign in again', '请重新登录'],
    [
      'The second step took too long or failed too often. Sign in again with your password.',
      '第二步验证超时或失败次数过多，请重新输入密码登录。',
    ],
  ),
  session_ended: entry(
    401,
    ['Not signed in', '未登录'],
    ['Your session has ended. Sign in again.', '会话已结束，请重新登录。'],
  ),
  session_needed: entry(
    403,
    ['User session required', '须以用户身份登录'],
    [
      'This operation acts on the signed-in user and cannot be called with an API key. Sign in as a user.',
      '此操作针对登录用户本人，不能使用 API 密钥，请以用户身份登录。',
    ],
  ),
  session_unknown: entry(
    404,
    ['Session not found', '会话不存在'],
    ['Session {session} does not exist.', '会话 {session} 不存在。'],
  ),
  csrf_refused: entry(
    403,
    ['Cross-site request refused', '请求来源不可信'],
    [
      'Requests with a session cookie must have the header X-Recoup-CSRF and come from the same origin.',
      '使用会话 Cookie 的请求必须带有 X-Recoup-CSRF 请求头，且来自同一来源。',
    ],
  ),
  user_disabled: entry(
    403,
    ['User disabled', '用户已停用'],
    ['This user is disabled. Contact an administrator.', '该用户已被停用，请联系管理员。'],
  ),
  user_unknown: entry(404, ['User not found', '用户不存在'], ['User {user} does not exist.', '用户 {user} 不存在。']),
  user_disabled_already: entry(
    409,
    ['User already disabled', '用户已处于停用状态'],
    ['User {user} is already disabled.', '用户 {user} 已处于停用状态。'],
  ),
  user_active_already: entry(
    409,
    ['User not disabled', '用户未停用'],
    ['User {user} is not disabled.', '用户 {user} 并未停用。'],
  ),
  email_taken: entry(
    409,
    ['Email address in use', '邮箱已被使用'],
    ['A user with the email address {email} already exists.', '邮箱 {email} 已被其他用户使用。'],
  ),
  email_invalid: entry(
    422,
    ['Invalid email address', '邮箱无效'],
    [
      '“{email}” is not a valid email address such as name@example.com.',
      '“{email}”不是有效的邮箱，格式如 name@example.com。',
    ],
  ),
  role_unknown: entry(
    422,
    ['Unknown role', '角色不存在'],
    ['Role “{role}” does not exist. Use one of: {known}.', '角色“{role}”不存在。可用：{known}。'],
  ),
  role_beyond_own: entry(
    403,
    ['Role exceeds your permissions', '超出自身权限'],
    [
      'You cannot assign the role {role}: it has scopes that you do not have.',
      '不能授予角色 {role}：它包含您没有的权限。',
    ],
  ),
  scope_beyond_own: entry(
    403,
    ['Scope exceeds your permissions', '超出自身权限'],
    ['You cannot grant the scope {scope}: you do not have it yourself.', '不能授予权限 {scope}：您自己没有该权限。'],
  ),
  party_needed: entry(
    422,
    ['Party missing', '缺少商户/用户'],
    ['A user with the role party acts for a party. Name the party.', '该角色的账号须绑定一个商户或用户，请指定编号。'],
  ),
  party_not_for_role: entry(
    422,
    ['Party not allowed for this role', '该角色不可绑定商户/用户'],
    [
      'Only users with the role party can act for a party; the role {role} cannot.',
      '角色 {role} 不能绑定商户或用户，只有角色 party 可以。',
    ],
  ),
  last_admin: entry(
    409,
    ['Last administrator', '最后一名管理员'],
    [
      'The last administrator cannot be removed. Make another user an administrator first.',
      '必须至少保留一名管理员，请先指定另一名管理员。',
    ],
  ),
  password_unfit: entry(
    422,
    ['Invalid password length', '密码长度不符合要求'],
    ['A password must have {least} to {most} characters.', '密码须为 {least} 至 {most} 个字符。'],
  ),
  password_refused: entry(
    403,
    ['Incorrect password', '密码不正确'],
    ['The current password is incorrect.', '当前密码不正确。'],
  ),
  password_token_invalid: entry(
    410,
    ['Link no longer valid', '链接已失效'],
    [
      'The link was already used, was replaced or has expired. Request a new one.',
      '该链接已使用、被替换或已过期，请重新申请。',
    ],
  ),
  totp_refused: entry(
    422,
    ['Incorrect code', '验证码不正确'],
    [
      'The code does not match. Enter the code that your app shows now.',
      '验证码不正确，请输入验证器当前显示的验证码。',
    ],
  ),
  totp_code_needed: entry(
    422,
    ['Code required', '需要验证码'],
    [
      'Two-factor authentication is enabled. Enter the code of your authenticator or a backup code.',
      '您已启用两步验证，请输入验证器的验证码或备用码。',
    ],
  ),
  second_factor_missing: entry(
    403,
    ['Two-factor authentication required', '须启用两步验证'],
    [
      'Your role requires two-factor authentication. Set it up in your profile before doing anything else.',
      '您的角色要求两步验证，请先在个人资料中启用，再进行其他操作。',
    ],
  ),
  step_up_required: entry(
    403,
    ['Confirm your identity', '请确认身份'],
    [
      'This operation needs a recent proof of your identity. Confirm it with your authenticator or password and repeat the request.',
      '此操作需要近期的身份确认。请用验证器或密码确认身份，然后重试。',
    ],
  ),
  step_up_unavailable: entry(
    409,
    ['Sign in again', '请重新登录'],
    [
      'You have neither a password nor an authenticator here. Sign out and sign in again through your identity provider.',
      '您在此没有密码，也没有验证器。请退出后通过企业登录重新登录。',
    ],
  ),
  totp_on_already: entry(
    409,
    ['Two-factor authentication already enabled', '已启用两步验证'],
    [
      'Two-factor authentication is already enabled. Disable it before setting it up again.',
      '两步验证已启用，如需重新设置请先停用。',
    ],
  ),
  totp_off_already: entry(
    409,
    ['Two-factor authentication not enabled', '未启用两步验证'],
    ['Two-factor authentication is not enabled.', '两步验证尚未启用。'],
  ),
  oidc_off: entry(
    404,
    ['Company sign-in not configured', '未配置企业登录'],
    [
      'This installation has no OpenID Connect issuer. Set RECOUP_OIDC_ISSUER.',
      '此安装未配置 OpenID Connect，请设置 RECOUP_OIDC_ISSUER。',
    ],
  ),
  oidc_unreachable: entry(
    503,
    ['Company sign-in unavailable', '企业登录暂不可用'],
    ['The OpenID Connect issuer {issuer} does not respond correctly.', 'OpenID Connect 服务 {issuer} 未正常应答。'],
  ),
  oidc_setting_missing: entry(
    422,
    ['Company sign-in configuration incomplete', '企业登录配置不完整'],
    ['RECOUP_OIDC_ISSUER also requires: {missing}.', '设置 RECOUP_OIDC_ISSUER 时还需要设置：{missing}。'],
  ),
} as const satisfies Record<string, Entry>
