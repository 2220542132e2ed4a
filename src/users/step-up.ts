/** Proving again who uses a session: a code of the second factor, or the password of a user who has none. */
import type { Database } from '../db/connect.ts'
import type { Uuid } from '../ids.ts'
import { Problem } from '../problem.ts'
import { isFirstUse } from './attempts.ts'
import type { Auth } from './auth.ts'
import { passwordFits } from './password.ts'

/** What a user gives as proof. */
export interface Proof {
  /** Code of the authenticator. */
  readonly code?: string | undefined
  readonly backupCode?: string | undefined
  readonly password?: string | undefined
}

export type ProofKind = 'totp' | 'backup_code' | 'password'

interface Factors {
  readonly totp: boolean
  /** Null: the user signs in by single sign-on only. */
  readonly password: string | null
}

/** A signed-in user, with the headers of the session for better-auth. */
interface Prover {
  readonly database: Database
  readonly auth: Auth
  readonly user: Uuid
  readonly headers: Headers
}

/**
 * The strongest factor that the user has must be given.
 * @throws Problem `totp_code_needed`, `totp_refused`, `password_refused`, `step_up_unavailable`.
 */
export async function prove(prover: Prover, proof: Proof): Promise<ProofKind> {
  const { totp, password } = await factorsOf(prover)
  if (totp) return proveSecondFactor(prover, proof)
  if (password === null) throw new Problem('step_up_unavailable')
  if (!(await passwordFits(password, proof.password ?? ''))) throw new Problem('password_refused')
  return 'password'
}

/**
 * The password and the second factor, for changes to the second factor itself. The password is checked first, so that a
 * wrong one uses up no code.
 * @throws Problem `totp_off_already`, `password_refused`, `totp_code_needed`, `totp_refused`.
 */
export async function proveBoth(prover: Prover, proof: Proof): Promise<void> {
  const { totp, password } = await factorsOf(prover)
  if (!totp) throw new Problem('totp_off_already')
  if (password === null || !(await passwordFits(password, proof.password ?? ''))) throw new Problem('password_refused')
  await proveSecondFactor(prover, proof)
}

async function proveSecondFactor(
  { database, auth, user, headers }: Prover,
  { code, backupCode }: Proof,
): Promise<ProofKind> {
  if (code !== undefined) {
    await refusedAs(auth.api.verifyTOTP({ body: { code }, headers }))
    if (!(await isFirstUse(database, user, code))) throw new Problem('totp_refused')
    return 'totp'
  }
  if (backupCode === undefined) throw new Problem('totp_code_needed')
  await refusedAs(auth.api.verifyBackupCode({ body: { code: backupCode, disableSession: true }, headers }))
  return 'backup_code'
}

async function refusedAs(verified: Promise<unknown>): Promise<void> {
  try {
    await verified
  } catch (error) {
    const { name, statusCode } = error as { name?: string; statusCode?: number }
    if (name !== 'APIError' || statusCode === undefined || statusCode >= 500) throw error
    throw new Problem('totp_refused')
  }
}

async function factorsOf({ database, user }: Prover): Promise<Factors> {
  const [factors] = await database.system.query<Factors>(
    `SELECT u.two_factor_enabled AS totp, c.password FROM app_user u
     LEFT JOIN user_credential c ON c.user_id = u.id AND c.provider_id = 'credential' WHERE u.id = $1`,
    [user],
  )
  return factors!
}
