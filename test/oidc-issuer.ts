/**
 * For tests: an OpenID Connect issuer that signs in any user that the test names, and checks what clients must send.
 */
import { createHash, createSign, generateKeyPairSync, randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface OidcIssuer {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  /** Claims of the next user who signs in. */
  claims: Record<string, unknown>
  /** The fault of the next token. */
  fault: 'signature' | 'audience' | 'nonce' | 'no id_token' | undefined
  /** The `iss` of the next callback; undefined: the right one. */
  callbackIssuer: string | null | undefined
  /** Visits the issuer as a browser would; returns the address that the issuer redirects to. */
  authorize(url: string): Promise<string>
  close(): Promise<void>
}

interface Code {
  readonly nonce: string | null
  readonly challenge: string | null
  readonly redirectUri: string | null
}

export async function startIssuer(): Promise<OidcIssuer> {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const [clientId, clientSecret] = ['recoup', 'client-secret']
  const codes = new Map<string, Code>()
  const server = createServer((request, response) => void answer(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const made: OidcIssuer = {
    issuer,
    clientId,
    clientSecret,
    claims: {},
    fault: undefined,
    callbackIssuer: undefined,
    async authorize(url) {
      const response = await fetch(url, { redirect: 'manual' })
      return response.headers.get('location') ?? Promise.reject(new Error(await response.text()))
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }

  function sign(claims: Record<string, unknown>): string {
    const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
    const text = `${part({ alg: 'RS256', kid: 'k1', typ: 'JWT' })}.${part(claims)}`
    const signature = createSign('RSA-SHA256').update(text).sign(privateKey)
    if (made.fault === 'signature') signature[0]! ^= 1
    return `${text}.${signature.toString('base64url')}`
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? '/', issuer)
    const json = (status: number, body: unknown) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
    switch (pathname) {
      case '/.well-known/openid-configuration':
        return void json(200, {
          issuer,
          authorization_endpoint: `${issuer}/authorize`,
          token_endpoint: `${issuer}/token`,
          jwks_uri: `${issuer}/jwks`,
          userinfo_endpoint: `${issuer}/userinfo`,
          authorization_response_iss_parameter_supported: true,
          id_token_signing_alg_values_supported: ['RS256'],
        })
      case '/jwks':
        return void json(200, {
          keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'k1', alg: 'RS256', use: 'sig' }],
        })
      case '/authorize': {
        const redirectUri = searchParams.get('redirect_uri')
        const code = randomBytes(8).toString('hex')
        codes.set(code, {
          nonce: searchParams.get('nonce'),
          challenge: searchParams.get('code_challenge'),
          redirectUri,
        })
        const back = new URL(redirectUri!)
        const iss = made.callbackIssuer === undefined ? issuer : made.callbackIssuer
        const answered = { code, state: searchParams.get('state')!, ...(iss === null ? {} : { iss }) }
        back.search = new URLSearchParams(answered).toString()
        return void response.writeHead(302, { location: back.href }).end()
      }
      case '/userinfo':
        return void json(200, made.claims)
      default:
        return void token(new URLSearchParams(await textOf(request)), request, json)
    }
  }

  function token(form: URLSearchParams, request: IncomingMessage, json: (status: number, body: unknown) => unknown) {
    const code = codes.get(form.get('code') ?? '')
    codes.delete(form.get('code') ?? '')
    const [, basic = ''] = request.headers.authorization?.split(' ') ?? []
    const secret = form.get('client_secret') ?? Buffer.from(basic, 'base64').toString().split(':')[1]
    const challenge = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url')
    const fits = code && code.challenge === challenge && code.redirectUri === form.get('redirect_uri')
    if (!fits || secret !== clientSecret) return json(400, { error: 'invalid_grant' })
    const now = Math.floor(Date.now() / 1000)
    const idToken = sign({
      iss: issuer,
      aud: made.fault === 'audience' ? 'somebody-else' : clientId,
      iat: now,
      exp: now + 60,
      nonce: made.fault === 'nonce' ? 'of another sign-in' : code.nonce,
      ...made.claims,
    })
    const tokens = { access_token: randomBytes(8).toString('hex'), token_type: 'Bearer' }
    return json(200, made.fault === 'no id_token' ? tokens : { ...tokens, id_token: idToken })
  }

  return made
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = ''
  for await (const chunk of request) text += chunk
  return text
}
