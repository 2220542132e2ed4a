/** How Recoup says no about people, sign-in and roles. */
import { type Entry, entry } from './entry.ts'

export const usersProblems = {
  sign_in_refused: entry(
    401,
    ['Sign-in refused', '登录失败'],
    ['the email or the password is wrong', '邮箱或密码不正确'],
  ),
  sign_in_limited: entry(
    429,
    ['Too many tries to sign in', '登录尝试过于频繁'],
    ['too many tries; try again in {wait} s', '尝试次数过多，请 {wait} 秒后重试'],
  ),
  second_factor_refused: entry(
    401,
    ['Code refused', '验证码不正确'],
    ['this code is wrong, used or out of date', '验证码错误、已使用或已过期'],
  ),
  second_factor_expired: entry(
    401,
    ['Sign in again', '请重新登录'],
    [
      'the second step was not taken in time, or too often; begin again with the password',
      '第二步验证超时或次数过多，请重新输入密码',
    ],
  ),
  session_ended: entry(
    401,
    ['Not signed in', '未登录'],
    ['the session has ended; sign in again', '会话已结束，请重新登录'],
  ),
  session_needed: entry(
    403,
    ['For people only', '仅限用户本人'],
    ['this is about the person who asks; an API key is none', '此操作针对登录用户本人，API 密钥不能使用'],
  ),
  session_unknown: entry(
    404,
    ['No such session', '会话不存在'],
    ['there is no session {session}', '不存在会话 {session}'],
  ),
  csrf_refused: entry(
    403,
    ['Not sent by our own page', '请求来源不可信'],
    [
      'with a session cookie this needs the header X-Recoup-CSRF and must come from the same origin',
      '使用会话 Cookie 时必须带有 X-Recoup-CSRF 请求头，且须来自同一来源',
    ],
  ),
  user_disabled: entry(
    403,
    ['User disabled', '用户已停用'],
    ['this user was disabled; ask an administrator', '该用户已被停用，请联系管理员'],
  ),
  user_unknown: entry(404, ['No such user', '用户不存在'], ['there is no user {user}', '不存在用户 {user}']),
  user_disabled_already: entry(
    409,
    ['User is disabled', '用户已处于停用状态'],
    ['{user} is disabled already', '{user} 已被停用'],
  ),
  user_active_already: entry(
    409,
    ['User is not disabled', '用户未停用'],
    ['{user} is not disabled', '{user} 并未停用'],
  ),
  email_taken: entry(409, ['Email taken', '邮箱已被使用'], ['{email} is a user already', '{email} 已是用户']),
  email_invalid: entry(
    422,
    ['Invalid email', '邮箱无效'],
    ['“{email}” is not an address like name@example.com', '“{email}”不是形如 name@example.com 的地址'],
  ),
  role_unknown: entry(
    422,
    ['No such role', '角色不存在'],
    ['there is no role “{role}”; known: {known}', '不存在角色“{role}”；可用：{known}'],
  ),
  role_beyond_own: entry(
    403,
    ['More than you may do yourself', '超出自身权限'],
    ['the role {role} has scopes that you do not have', '角色 {role} 拥有你所没有的权限'],
  ),
  scope_beyond_own: entry(
    403,
    ['More than you may do yourself', '超出自身权限'],
    ['you cannot give {scope}: you do not have it', '你没有 {scope}，因此不能授予'],
  ),
  party_needed: entry(
    422,
    ['Party missing', '缺少主体'],
    ['a user of the role party acts for a party: name it', '角色 party 的用户必须指定所代表的主体'],
  ),
  party_not_for_role: entry(
    422,
    ['Party not for this role', '该角色不可绑定主体'],
    ['only users of the role party act for one, not those of {role}', '只有角色 party 可绑定主体，{role} 不可'],
  ),
  last_admin: entry(
    409,
    ['Last administrator', '最后一名管理员'],
    ['somebody must be left who may do everything: make another admin first', '必须至少保留一名管理员，请先指定另一名'],
  ),
  password_unfit: entry(
    422,
    ['Password unfit', '密码不符合要求'],
    ['a password has {least} to {most} characters', '密码须为 {least} 至 {most} 个字符'],
  ),
  password_refused: entry(403, ['Password wrong', '密码不正确'], ['this is not your password', '密码不正确']),
  password_token_invalid: entry(
    410,
    ['Link used or expired', '链接已失效'],
    ['this link was used, replaced, or has expired; ask for a new one', '该链接已使用、被替换或已过期，请重新申请'],
  ),
  totp_refused: entry(422, ['Code wrong', '验证码不正确'], ['this is not the code of now', '验证码与当前不符']),
  totp_on_already: entry(
    409,
    ['Second factor is on', '已启用两步验证'],
    ['turn it off first, to set it up anew', '如需重新设置，请先停用'],
  ),
  totp_off_already: entry(409, ['Second factor is off', '未启用两步验证'], ['it is not on', '两步验证尚未启用']),
  oidc_off: entry(
    404,
    ['No company sign-in', '未配置企业登录'],
    [
      'this installation has no OpenID Connect issuer (RECOUP_OIDC_ISSUER)',
      '此安装未配置 OpenID Connect（RECOUP_OIDC_ISSUER）',
    ],
  ),
  oidc_unreachable: entry(
    503,
    ['Company sign-in not reachable', '企业登录暂不可用'],
    ['the OpenID Connect issuer {issuer} does not answer as it should', 'OpenID Connect 服务 {issuer} 未正常应答'],
  ),
  oidc_setting_missing: entry(
    422,
    ['Company sign-in half set', '企业登录配置不完整'],
    ['with RECOUP_OIDC_ISSUER these are needed too: {missing}', '设置 RECOUP_OIDC_ISSUER 时还需要：{missing}'],
  ),
} as const satisfies Record<string, Entry>
