import type { Database } from '../db/connect.ts'
import { OverturnError } from '../errors.ts'

/** A sign-in that is open, as its owner sees it: never its token. */
export interface OpenSession {
  id: string
  startedAt: string
  expiresAt: string
  /** The address it was opened from; null where that was not known. */
  address: string | null
  /** What the browser said of itself. */
  browser: string | null
  isThisOne: boolean
}

interface Row extends Omit<OpenSession, 'startedAt' | 'expiresAt' | 'isThisOne'> {
  startedAt: Date
  expiresAt: Date
}

/** The open sessions of a person, the newest first. */
export async function listSessions(
  { pool }: Pick<Database, 'pool'>,
  { userId, sessionId, now }: { userId: string; sessionId: string; now: Date },
): Promise<OpenSession[]> {
  const { rows } = await pool.query<Row>(
    `select id, created_at as "startedAt", expires_at as "expiresAt", nullif(ip_address, '') as address, nullif(user_agent, '') as browser
     from user_sessions where user_id = $1 and expires_at > $2 order by created_at desc, id`,
    [userId, now.toISOString()],
  )
  return rows.map((row) => ({ ...row, startedAt: row.startedAt.toISOString(), expiresAt: row.expiresAt.toISOString(), isThisOne: row.id === sessionId }))
}

/** Ends one of a person's own sessions. Throws `not_found`. */
export async function endSession({ pool }: Pick<Database, 'pool'>, { userId, id }: { userId: string; id: string }): Promise<void> {
  const { rowCount } = await pool.query('delete from user_sessions where user_id = $1 and id = $2', [userId, id])
  if (rowCount === 0) throw new OverturnError('not_found', 'This session is not open any more.')
}
