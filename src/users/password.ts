/** Passwords: length, generation and hashing (scrypt, by better-auth on node:crypto). */
import { randomInt } from 'node:crypto'
import { Problem } from '../problem.ts'

/** Only the length is required (NIST SP 800-63B §3.1.1.2); there are no rules about kinds of characters. */
export const MIN_PASSWORD_LENGTH = 12
export const MAX_PASSWORD_LENGTH = 128

const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789'
const GROUPS = 5
const GROUP = 5

/** Easy to read aloud and type; 25 characters of 31, which is 123 bits. */
export function makeUpPassword(): string {
  const group = () => Array.from({ length: GROUP }, () => LETTERS[randomInt(LETTERS.length)]).join('')
  return Array.from({ length: GROUPS }, group).join('-')
}

/** @throws Problem `password_unfit`. */
export function checkPassword(password: string): void {
  if (password.length < MIN_PASSWORD_LENGTH || password.length > MAX_PASSWORD_LENGTH) {
    throw new Problem('password_unfit', { least: MIN_PASSWORD_LENGTH, most: MAX_PASSWORD_LENGTH })
  }
}

export async function hashPassword(password: string): Promise<string> {
  const { hashPassword: hash } = await import('better-auth/crypto')
  return hash(password)
}

/** Whether a password is that of a hash; an overlong one is not hashed. */
export async function passwordFits(hash: string, password: string): Promise<boolean> {
  if (password.length > MAX_PASSWORD_LENGTH) return false
  const { verifyPassword } = await import('better-auth/crypto')
  return verifyPassword({ hash, password })
}
