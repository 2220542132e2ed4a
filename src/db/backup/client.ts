/** A connection of its own for COPY, which the pool does not offer. */
import pg from 'pg'
import { openDatabase } from '../connect.ts'

/** @throws Problem `database_unreachable`, `database_too_old` */
export async function connectAlone(url: string): Promise<pg.Client> {
  // Reports unusable addresses and old versions as every other use does.
  const probe = openDatabase(url, { max: 1 })
  await probe.system.query('SELECT 1').finally(() => probe.close())
  const client = new pg.Client({ connectionString: url, application_name: 'recoup backup', keepAlive: true })
  client.on('error', () => {}) // the running statement reports it
  await client.connect()
  await command(
    client,
    `SET statement_timeout = 0; SET idle_in_transaction_session_timeout = 0; SET TimeZone = 'UTC';
    SET DateStyle = 'ISO, MDY'; SET IntervalStyle = 'postgres'; SET bytea_output = 'hex'; SET extra_float_digits = 1;
    SET client_encoding = 'UTF8'; SET search_path = public`,
  )
  return client
}

/** Sends a command that is no statement on tables, which PostgreSQL cannot prepare. */
export async function command(client: pg.Client, text: string): Promise<void> {
  await client.query(text)
}
