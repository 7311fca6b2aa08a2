import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import type { Context } from '../../src/context.ts'

/** A learning event in a few words: type and moment, and what else there is. */
export interface EventSpec {
  id?: string
  at: string
  type?: string
  user?: string | null
  session?: string
  pattern?: string
  outcome?: 'correct' | 'incorrect' | 'skipped' | 'incomplete'
  corrected?: boolean
  duration?: number
}

/** Writes events as an import would. Default: a completed practice of `ana`. */
export async function insertEvents({ db, organization }: Context, events: readonly EventSpec[]): Promise<void> {
  const rows = events.map((event) => ({ ...event, id: event.id ?? randomUUID(), user: event.user === undefined ? 'ana' : event.user }))
  await db.run(sql`
    insert into learning_events (organization_id, id, timestamp, type, user_id, session_id, pattern_id, outcome_type, correction_applied, duration_ms)
    select ${organization.id}::int, r.id, r.at, coalesce(r.type, 'practice-completed'), r."user", r.session, r.pattern, r.outcome, coalesce(r.corrected, false), r.duration
    from json_to_recordset(${JSON.stringify(rows)}::json)
      as r(id text, at timestamptz, type text, "user" text, session text, pattern text, outcome text, corrected boolean, duration int)`)
}
