import { sql } from 'drizzle-orm'
import { bigint, foreignKey, index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { key, moment, oneOf, organizationId } from './columns.ts'
import { organizations } from './organizations.ts'

export const runStates = ['running', 'complete', 'failed', 'released'] as const
/** schedule: at its hour. missed: at the next start, for an hour at which nothing ran. person: by hand. data: after an import or a correction. */
export const runTriggers = ['schedule', 'missed', 'person', 'data'] as const

/** The history of jobs, one row per attempt. A job of an organization runs once at a time, whichever process runs it: the index below is what says so. */
export const jobRuns = pgTable(
  'job_runs',
  {
    organizationId: organizationId(),
    id: bigint('id', { mode: 'number' }).generatedByDefaultAsIdentity(),
    job: key('job').notNull(),
    trigger: text('trigger', { enum: runTriggers }).notNull(),
    /** The queue's own id of the request, shared by the attempts of one request; null for a run that a command made by itself. */
    requestId: text('request_id'),
    attempt: integer('attempt').notNull().default(1),
    state: text('state', { enum: runStates }).notNull().default('running'),
    /** Host and process that runs it. */
    runner: text('runner').notNull(),
    startedAt: moment('started_at').notNull().defaultNow(),
    /** Said again every few seconds while it runs; a run that has been silent for longer is released. */
    heartbeatAt: moment('heartbeat_at').notNull().defaultNow(),
    finishedAt: moment('finished_at'),
    durationMs: integer('duration_ms'),
    /** What it wrote, in rows or days, as its operation counts. */
    rows: integer('rows'),
    result: jsonb('result'),
    error: text('error'),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    foreignKey({ columns: [t.organizationId], foreignColumns: [organizations.id] }),
    oneOf('job_runs_state_known', t.state, runStates),
    oneOf('job_runs_trigger_known', t.trigger, runTriggers),
    uniqueIndex('job_runs_once_at_a_time')
      .on(t.organizationId, t.job)
      .where(sql`state = 'running'`),
    index('idx_job_runs_started').on(t.organizationId, t.startedAt.desc()),
  ],
)

/** Jobs that somebody has stopped for a while. */
export const jobPauses = pgTable(
  'job_pauses',
  {
    organizationId: organizationId(),
    job: key('job').notNull(),
    pausedBy: text('paused_by').notNull(),
    pausedAt: moment('paused_at').notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.organizationId, t.job] }), foreignKey({ columns: [t.organizationId], foreignColumns: [organizations.id] })],
)

export const alertKinds = ['job_failed', 'job_released', 'rate_changed', 'check_retired'] as const

/** What somebody has to know. Its message never holds patient data. */
export const alerts = pgTable(
  'alerts',
  {
    organizationId: organizationId(),
    id: bigint('id', { mode: 'number' }).generatedByDefaultAsIdentity(),
    kind: text('kind', { enum: alertKinds }).notNull(),
    /** What it is about, such as the name of a job. */
    subject: key('subject').notNull(),
    message: text('message').notNull(),
    raisedAt: moment('raised_at').notNull().defaultNow(),
    /** How often it happened since it was raised; an alert that nobody has dismissed is not raised twice. */
    occurrences: integer('occurrences').notNull().default(1),
    lastAt: moment('last_at').notNull().defaultNow(),
    dismissedAt: moment('dismissed_at'),
    dismissedBy: text('dismissed_by'),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    foreignKey({ columns: [t.organizationId], foreignColumns: [organizations.id] }),
    oneOf('alerts_kind_known', t.kind, alertKinds),
    uniqueIndex('alerts_open_once')
      .on(t.organizationId, t.kind, t.subject)
      .where(sql`dismissed_at is null`),
  ],
)
