import { sql } from 'drizzle-orm'
import { bigint, boolean, date, doublePrecision, foreignKey, index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { count, day, key, moment, oneOf, organizationId } from './columns.ts'
import { organizations } from './organizations.ts'
import { patterns } from './patterns.ts'

/**
 * What the search said of a pattern with a scope when it last found it (src/patterns/mining/finding.ts): the evidence for the pattern, as it was counted.
 * A pattern by reason alone has none. The latest counts stand in the daily metrics.
 */
export const patternFindings = pgTable(
  'pattern_findings',
  {
    organizationId: organizationId(),
    patternId: key('pattern_id').notNull(),
    /** The CARC that most of its denials carry. */
    carc: text('carc'),
    windowStart: day('window_start').notNull(),
    windowEnd: day('window_end').notNull(),
    population: integer('population').notNull(),
    denied: integer('denied').notNull(),
    restPopulation: integer('rest_population').notNull(),
    restDenied: integer('rest_denied').notNull(),
    /** Rate in the scope divided by the rate elsewhere, with its 95 % interval; null where the rest has no denial, or no upper bound. */
    ratio: doublePrecision('ratio'),
    ratioLow: doublePrecision('ratio_low').notNull(),
    ratioHigh: doublePrecision('ratio_high'),
    p: doublePrecision('p').notNull(),
    q: doublePrecision('q').notNull(),
    searched: bigint('searched', { mode: 'number' }).notNull(),
    /** Claims served before this day were seen by the search that found it first; only later ones can confirm it. */
    seenUntil: day('seen_until').notNull(),
    /** Null while the later period holds too few claims to say. */
    confirmed: boolean('confirmed'),
    laterStart: day('later_start'),
    laterEnd: day('later_end'),
    laterPopulation: integer('later_population'),
    laterDenied: integer('later_denied'),
    laterRestPopulation: integer('later_rest_population'),
    laterRestDenied: integer('later_rest_denied'),
    laterP: doublePrecision('later_p'),
    lastFoundAt: moment('last_found_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.patternId] }),
    foreignKey({ columns: [t.organizationId, t.patternId], foreignColumns: [patterns.organizationId, patterns.id] }).onDelete('cascade'),
  ],
)

export const lineageKinds = ['scope_changed', 'merged_into', 'split_from'] as const

/** What became of a pattern as the search found it again: its scope moved, it went into another, or came out of another. */
export const patternLineage = pgTable(
  'pattern_lineage',
  {
    organizationId: organizationId(),
    id: bigint('id', { mode: 'number' }).generatedByDefaultAsIdentity(),
    patternId: key('pattern_id').notNull(),
    kind: text('kind', { enum: lineageKinds }).notNull(),
    /** The pattern that it went into or came out of. */
    otherId: key('other_id'),
    scopeBefore: jsonb('scope_before'),
    scopeAfter: jsonb('scope_after'),
    recordedAt: moment('recorded_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    foreignKey({ columns: [t.organizationId, t.patternId], foreignColumns: [patterns.organizationId, patterns.id] }).onDelete('cascade'),
    oneOf('pattern_lineage_kind_known', t.kind, lineageKinds),
    index('idx_pattern_lineage_pattern').on(t.organizationId, t.patternId, t.recordedAt),
  ],
)

/** The searches for patterns: over what, how much, and what came of it. */
export const patternSearches = pgTable(
  'pattern_searches',
  {
    organizationId: organizationId(),
    id: bigint('id', { mode: 'number' }).generatedByDefaultAsIdentity(),
    searchedAt: moment('searched_at').notNull(),
    windowStart: day('window_start').notNull(),
    windowEnd: day('window_end').notNull(),
    /** Where the later period begins. */
    laterStart: day('later_start').notNull(),
    claims: integer('claims').notNull(),
    reasons: integer('reasons').notNull(),
    searched: bigint('searched', { mode: 'number' }).notNull(),
    found: integer('found').notNull(),
    confirmed: integer('confirmed').notNull(),
    durationMs: integer('duration_ms').notNull(),
  },
  (t) => [primaryKey({ columns: [t.organizationId, t.id] }), foreignKey({ columns: [t.organizationId], foreignColumns: [organizations.id] })],
)

export const changeSubjects = ['payer_reason', 'pattern'] as const
export const changeDirections = ['up', 'down'] as const

/** A change of a denial rate that the CUSUM found (src/changes): when it began, how large it is, and by which limits it was called. */
export const rateChanges = pgTable(
  'rate_changes',
  {
    organizationId: organizationId(),
    id: bigint('id', { mode: 'number' }).generatedByDefaultAsIdentity(),
    subject: text('subject', { enum: changeSubjects }).notNull(),
    /** What it is about, in one text. */
    subjectKey: key('subject_key').notNull(),
    payerId: key('payer_id'),
    denialReason: text('denial_reason'),
    patternId: key('pattern_id'),
    direction: text('direction', { enum: changeDirections }).notNull(),
    /** The most likely first day of service with the new rate, and the 95 % interval around it. */
    onset: day('onset').notNull(),
    onsetLow: day('onset_low').notNull(),
    onsetHigh: day('onset_high').notNull(),
    /** The day of service on which the sum passed its limit. */
    signalledOn: day('signalled_on').notNull(),
    /** Where the new rate ended, by a change back; null while it holds. */
    endedOn: day('ended_on'),
    referenceStart: day('reference_start').notNull(),
    referenceEnd: day('reference_end').notNull(),
    /** Percent. */
    rateBefore: doublePrecision('rate_before').notNull(),
    rateAfter: doublePrecision('rate_after').notNull(),
    /** From the onset to the end or to the last day computed. */
    claimsSince: integer('claims_since').notNull(),
    deniedSince: integer('denied_since').notNull(),
    /** Claims between two false alarms that the limit stands for, by simulation; and the limit. */
    runLength: integer('run_length').notNull(),
    decisionLimit: doublePrecision('decision_limit').notNull(),
    computedUntil: day('computed_until').notNull(),
    createdAt: moment('created_at').notNull().defaultNow(),
    updatedAt: moment('updated_at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    foreignKey({ columns: [t.organizationId], foreignColumns: [organizations.id] }),
    foreignKey({ columns: [t.organizationId, t.patternId], foreignColumns: [patterns.organizationId, patterns.id] }).onDelete('cascade'),
    oneOf('rate_changes_subject_known', t.subject, changeSubjects),
    oneOf('rate_changes_direction_known', t.direction, changeDirections),
    uniqueIndex('rate_changes_once').on(t.organizationId, t.subjectKey, t.direction, t.signalledOn),
    index('idx_rate_changes_onset').on(t.organizationId, t.onset.desc()),
  ],
)

/** Denials of a payer and reason by day of service, for those that are watched: what the CUSUM runs over. */
export const payerReasonDailyMetrics = pgTable(
  'payer_reason_daily_metrics',
  {
    organizationId: organizationId(),
    /** '' = payer unknown. */
    payerId: key('payer_id').notNull(),
    denialReason: key('denial_reason').notNull(),
    metricDate: day('metric_date').notNull(),
    deniedCount: count('denied_count'),
    createdAt: moment('created_at').notNull().defaultNow(),
    createdBy: text('created_by').notNull().default('unknown'),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.payerId, t.denialReason, t.metricDate] }),
    foreignKey({ columns: [t.organizationId], foreignColumns: [organizations.id] }),
    index('idx_payer_reason_daily_day').on(t.organizationId, t.metricDate),
  ],
)

export const checkStates = ['shadow', 'live', 'retired'] as const

/** A pattern as a check before submission: first in shadow, where it says nothing to those who submit, then live, at last retired. */
export const patternChecks = pgTable(
  'pattern_checks',
  {
    organizationId: organizationId(),
    id: key('id').notNull(),
    patternId: key('pattern_id').notNull(),
    state: text('state', { enum: checkStates }).notNull().default('shadow'),
    /** Reason and scope as they were when the check was made: a pattern that drifts does not change its check. */
    denialReason: text('denial_reason').notNull(),
    scope: jsonb('scope').notNull(),
    /** What it would have said in the later period, and what it has said since it runs: { start, end, claims, alerts, denied, restDenied, dollars } each, in cents. */
    backTest: jsonb('back_test').notNull(),
    latest: jsonb('latest'),
    evaluatedAt: moment('evaluated_at'),
    createdBy: text('created_by').notNull(),
    createdAt: moment('created_at').notNull(),
    /** Claims served from this day on count for what it has said. */
    since: date('since', { mode: 'string' }).notNull(),
    liveAt: moment('live_at'),
    liveBy: text('live_by'),
    retiredAt: moment('retired_at'),
    retiredBy: text('retired_by'),
    retiredBecause: text('retired_because'),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    foreignKey({ columns: [t.organizationId, t.patternId], foreignColumns: [patterns.organizationId, patterns.id] }).onDelete('cascade'),
    oneOf('pattern_checks_state_known', t.state, checkStates),
    uniqueIndex('pattern_checks_one_at_a_time')
      .on(t.organizationId, t.patternId)
      .where(sql`state <> 'retired'`),
  ],
)
