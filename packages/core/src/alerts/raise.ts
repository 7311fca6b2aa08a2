import { sql } from 'drizzle-orm'
import type { Context } from '../context.ts'
import type { alertKinds } from '../db/schema/jobs.ts'
import { postAlert } from './webhook.ts'

export interface AlertNews {
  kind: (typeof alertKinds)[number]
  /** What it is about, such as the name of a job. */
  subject: string
  /** One or two sentences; never patient data. */
  message: string
}

/**
 * Tells people: a log line, an entry that the portal shows until somebody dismisses it (one, however often it happens), and the webhook. What cannot
 * be told to the webhook is logged; nothing is undone by it.
 */
export async function raiseAlert(context: Pick<Context, 'db' | 'organization' | 'log' | 'webhook'>, news: AlertNews): Promise<void> {
  const { db, organization, log, webhook = null } = context
  log.error({ organizationId: organization.id, ...news }, 'alert')
  const raised = await db.row<{ raisedAt: Date; occurrences: number }>(sql`
    insert into alerts (organization_id, kind, subject, message) values (${organization.id}, ${news.kind}, ${news.subject}, ${news.message})
    on conflict (organization_id, kind, subject) where dismissed_at is null
      do update set message = excluded.message, occurrences = alerts.occurrences + 1, last_at = now()
    returning raised_at as "raisedAt", occurrences`)
  if (webhook !== null) await postAlert(webhook, { organization: organization.slug, ...news, ...raised! }, log)
}
