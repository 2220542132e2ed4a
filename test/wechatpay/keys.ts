/** Keys and a self-signed certificate, new for each fake, so that the repository contains no secrets. */
import { generateKeyPair, type KeyObject, randomBytes, sign } from 'node:crypto'
import { promisify } from 'node:util'

export interface KeyPair {
  readonly publicKey: KeyObject
  readonly privateKey: KeyObject
}

export function rsaKeys(): Promise<KeyPair> {
  return promisify(generateKeyPair)('rsa', { modulusLength: 2048 })
}

export interface PlatformCertificate extends KeyPair {
  /** Hexadecimal, upper case. */
  readonly serial: string
  readonly pem: string
  readonly from: Date
  readonly to: Date
}

const YEAR = 365 * 86_400_000

/** X.509 v3, limited to what readers require: RFC 5280, section 4.1. */
export async function platformCertificate(validFor = 5 * YEAR, keys?: KeyPair): Promise<PlatformCertificate> {
  const { publicKey, privateKey } = keys ?? (await rsaKeys())
  const number = randomBytes(20)
  number[0] = 0x40 | (number[0]! & 0x3f)
  const from = new Date(Date.now() - 86_400_000)
  const to = new Date(Date.now() + validFor)
  const name = sequence(
    der(0x31, sequence(der(0x06, Buffer.from('550403', 'hex')), der(0x0c, Buffer.from('Fake WeChat Pay')))),
  )
  const body = sequence(
    der(0xa0, der(0x02, Buffer.from([2]))),
    der(0x02, number),
    SHA256_RSA,
    name,
    sequence(utcTime(from), utcTime(to)),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
  )
  const signature = der(0x03, Buffer.from([0]), sign('sha256', body, privateKey))
  const lines = sequence(body, SHA256_RSA, signature)
    .toString('base64')
    .match(/.{1,64}/g)!
  const pem = `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`
  return { publicKey, privateKey, serial: number.toString('hex').toUpperCase(), pem, from, to }
}

function der(tag: number, ...contents: Buffer[]): Buffer {
  const content = Buffer.concat(contents)
  return Buffer.concat([Buffer.from([tag, ...lengthOf(content.length)]), content])
}

function lengthOf(length: number): number[] {
  if (length < 0x80) return [length]
  return length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff]
}

function sequence(...contents: Buffer[]): Buffer {
  return der(0x30, ...contents)
}

function utcTime(at: Date): Buffer {
  return der(0x17, Buffer.from(`${at.toISOString().replace(/[-:T]/g, '').slice(2, 14)}Z`))
}

/** sha256WithRSAEncryption, no parameters. */
const SHA256_RSA = sequence(der(0x06, Buffer.from('2a864886f70d01010b', 'hex')), der(0x05))
