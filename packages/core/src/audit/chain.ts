import { createHash } from 'node:crypto'
import type { auditOutcomes } from '../db/schema/audit.ts'

export type AuditOutcome = (typeof auditOutcomes)[number]

/** A setting or an id of an input; of free text only how long it was. */
export type About = string | number | boolean | null | readonly About[] | { readonly [field: string]: About }

/** What one event says, apart from its place in the chain. */
export interface AuditContent {
  organizationId: number
  at: Date
  actorId: string
  role: string
  operation: string
  outcome: AuditOutcome
  claimIds: readonly string[]
  about: { readonly [field: string]: About }
  channel: string
  address: string | null
  requestId: string | null
}

/** An event in its place. */
export interface AuditEvent extends AuditContent {
  number: number
  previousHash: string
  hash: string
}

/** What the first event of an organization follows. */
export const BEGINNING = '0'.repeat(64)

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/** SHA-256, in hex, over what the event says: its fields as one JSON array, in this order, the keys of objects sorted. */
export function contentHash({ organizationId, at, actorId, role, operation, outcome, claimIds, about, channel, address, requestId }: AuditContent): string {
  const fields = [organizationId, at.toISOString(), actorId, role, operation, outcome, claimIds, sorted(about), channel, address, requestId]
  return sha256(JSON.stringify(fields))
}

/** The hash that ties an event to its number and to the event before it. write.ts computes the same in the database, where the number is known. */
export const linkHash = (previousHash: string, number: number, content: string): string => sha256(`${previousHash} ${number} ${content}`)

/** jsonb keeps keys in an order of its own. */
function sorted(value: About): unknown {
  if (value === null || typeof value !== 'object') return value
  if (isList(value)) return value.map(sorted)
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  )
}

const isList = (value: About): value is readonly About[] => Array.isArray(value)

/** Why a chain does not hold at an event. */
export type BreakReason = 'missing' | 'changed' | 'unlinked'

/** What is wrong with the event that should follow the one with this number and hash; null when nothing is. */
export function breakAt(before: Pick<AuditEvent, 'number' | 'hash'>, event: AuditEvent): { number: number; why: BreakReason } | null {
  const number = before.number + 1
  if (event.number !== number) return { number, why: 'missing' }
  if (event.hash !== linkHash(event.previousHash, number, contentHash(event))) return { number, why: 'changed' }
  if (event.previousHash !== before.hash) return { number, why: 'unlinked' }
  return null
}
