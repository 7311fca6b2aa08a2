import { sql } from 'drizzle-orm'
import type { LearningEvent } from './schemas.ts'

/** The columns of an event `e` as lists show it. Of an import's metadata only codes and ids of policies are shown: it can hold anything. */
export const eventColumns = sql.raw(`
  e.id, e.timestamp, e.type, e.context, e.user_id as "userId", e.session_id as "sessionId", e.device_type as "deviceType", e.duration_ms as "durationMs",
  e.outcome_type as "outcomeType", e.correction_applied as "correctionApplied", e.pattern_id as "patternId", e.claim_id as "claimId",
  e.metadata->>'policyId' as "policyId", e.metadata->>'procedureCode' as "procedureCode"`)

export type EventRow = Omit<LearningEvent, 'timestamp'> & { timestamp: Date }

export const eventOf = ({ timestamp, ...row }: EventRow): LearningEvent => ({ ...row, timestamp: timestamp.toISOString() })
