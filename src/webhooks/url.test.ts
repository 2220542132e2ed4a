import { describe, expect, it } from 'vitest'
import { checkUrl } from './url.ts'

describe('URLs', () => {
  it.each([
    ...['http://example.com/', 'ftp://example.com/', 'example.com', 'https://user:pw@example.com/', 'javascript:1'],
    ...['https://127.0.0.1/', 'https://2130706433/', 'https://0x7f.1/', 'https://[::1]/', 'https://[::ffff:10.0.0.1]/'],
    ...['https://localhost/', 'https://x.localhost./', 'https://example.com/#x', 'https://169.254.169.254/latest'],
    `https://example.com/${'a'.repeat(2_000)}`,
  ])('%s is refused', (url) => {
    expect(() => checkUrl(url, 'public')).toThrow(expect.objectContaining({ code: 'webhook_url_invalid' }))
  })

  it('can target internal addresses only if the operator allows it', () => {
    expect(checkUrl('https://例子.example.com:8443/a?b=c', 'public')).toBe('https://xn--fsqu00a.example.com:8443/a?b=c')
    expect(checkUrl('http://127.0.0.1:80/x', 'any')).toBe('http://127.0.0.1/x')
    expect(() => checkUrl('ftp://127.0.0.1/', 'any')).toThrow(expect.objectContaining({ code: 'webhook_url_invalid' }))
  })
})
