import { sql } from 'drizzle-orm'
import type { TenantDatabase } from '../../src/db/tenant.ts'
import { claimId } from './many-claims.ts'
import { KNOWN_CHANGE } from './changes.ts'
import { KNOWN_CHECK } from './checks.ts'
import { PROCEDURES } from './many-claims.sql.ts'
import { KNOWN_CASE } from './lab.ts'
import { KNOWN_VIEW } from './views.ts'

/** Things of the large set that screens ask for. */
export interface Known {
  /** The pattern with the most denials, and one with few. */
  pattern: string
  rarePattern: string
  /** A check that runs. */
  check: string
  change: number
  reason: string
  deniedClaim: string
  wonClaim: string
  procedure: string
  provider: string
  importId: number
}

export async function readKnown(db: TenantDatabase): Promise<Known> {
  const patterns = await db.rows<{ id: string; reason: string }>(
    sql`select id, denial_reason as reason from patterns where score_frequency is not null order by score_frequency desc, id`,
  )
  const claims = await db.row<{ denied: string; won: string }>(sql`
    select max(id) filter (where status = 'denied') as denied, max(id) filter (where status = 'overturned') as won from claims`)
  const file = await db.row<{ id: number }>(sql`select max(id) as id from imports`)
  const [first] = patterns
  if (!first || !claims || !file) throw new Error('the large set has no patterns, claims or imports')
  return {
    pattern: first.id,
    rarePattern: patterns.at(-1)!.id,
    check: KNOWN_CHECK,
    change: KNOWN_CHANGE,
    reason: first.reason,
    deniedClaim: claims.denied,
    wonClaim: claims.won,
    procedure: PROCEDURES[0]!,
    provider: 'PRV-007',
    importId: file.id,
  }
}

/** What screens ask of each operation that a viewer may call: a line for each, with the usual question, the widest and the ones that filter. */
export const viewerExamples: Record<string, (known: Known) => Record<string, unknown>[]> = {
  'organization.get': () => [{}],
  'session.get': () => [{}],
  'organization.settings': () => [{}],
  'metrics.dashboard': () => [{}, { days: 7 }, { days: 90, payer: 'PAY-03' }, { days: 365 }],
  'patterns.list': () => [{}, { status: 'improved', sort: 'recency' }, { tier: 'critical', sort: 'frequency', page: 2, limit: 10 }],
  'patterns.get': ({ pattern, rarePattern }) => [{ id: pattern }, { id: pattern, page: 50 }, { id: rarePattern }],
  'patterns.days': ({ pattern }) => [{ id: pattern }, { id: pattern, days: 366 }],
  'patterns.evidence': ({ pattern, rarePattern, procedure }) => [
    { id: pattern, start: '2026-03-01' },
    { id: rarePattern, sort: 'value' },
    { id: pattern, recoverable: true, sort: 'due', procedureCode: procedure },
  ],
  'patterns.twins': ({ pattern, rarePattern }) => [{ id: pattern }, { id: pattern, page: 3, limit: 25 }, { id: rarePattern }],
  'patterns.actions.list': ({ pattern }) => [{ patternId: pattern }],
  'claims.list': ({ pattern, rarePattern, reason, provider, procedure }) => [
    {},
    { status: 'denied' },
    { dateRange: 'all' },
    { dateRange: 365, sort: 'billed' },
    { status: 'denied', dateRange: 'all', sort: 'denied' },
    { status: 'appealed', dateRange: 'all' },
    { status: 'pending', dateRange: 90, payer: 'PAY-05', sort: 'billed' },
    { initial: 'any_denied', dateRange: 30, sort: 'denied' },
    { initial: 'decided', dateRange: 365 },
    { initial: 'decided', dateRange: '2026-01-01/2026-03-01', basis: 'service', servedBy: provider },
    { initial: 'duplicate', dateRange: 365, payer: 'PAY-05' },
    { initial: 'duplicate', dateRange: 365, page: 10 },
    { initial: 'none', dateRange: 'all' },
    { policy: 'POL-003', policyCount: 'hit', dateRange: 'all' },
    { policy: 'POL-002', policyCount: 'without_modifier', dateRange: 'all', page: 5 },
    { policy: 'POL-003', policyCount: 'appealed', dateRange: 'all', sort: 'denied' },
    { pattern, dateRange: 90 },
    { pattern: rarePattern, dateRange: 'all', sort: 'service' },
    { reason, dateRange: 180, page: 3 },
    { controlNumber: 'P777', dateRange: 'all' },
    { basis: 'service', dateRange: 30, sort: 'service' },
    { provider, dateRange: 90, deniedFrom: 100, sort: 'denied' },
    { servedBy: provider, basis: 'service', initial: 'denied', dateRange: 365 },
    { procedureCode: procedure, dateRange: 30, billedFrom: '50', sort: 'billed' },
    { carc: '197', rarc: 'N517', dateRange: 'all', claimType: 'professional' },
  ],
  'metrics.provider': ({ provider }) => [{ id: provider }, { id: provider, days: 365 }],
  'metrics.bridge': () => [{}, { days: 90, payer: 'PAY-02' }, { days: 366, from: 'final', to: 'lines' }],
  'metrics.bridgeClaims': () => [{ step: 'duplicate' }, { step: 'pending', days: 90 }],
  'cash.recovered': () => [{}, { days: 90, payer: 'PAY-02' }, { days: 366 }],
  'revenue.recovered': () => [{}],
  'networks.denials': () => [{ network: 'valley' }, { network: 'valley', months: 1 }],
  'snapshots.get': () => [{ asOf: '2026-02-28' }, { asOf: '2026-03-15', days: 90, payer: 'PAY-04' }],
  'snapshots.explain': ({ pattern, provider }) => [
    { asOf: '2026-02-28', metric: 'denialRate' },
    { asOf: '2026-02-28', metric: 'denialRate', pattern },
    { asOf: '2026-02-28', metric: 'denialRate', provider },
  ],
  'providers.list': () => [{}, { verdict: 'above_expected', sort: 'claims' }],
  'providers.get': ({ provider }) => [{ id: provider }],
  'releases.list': () => [{}],
  'jobs.list': () => [{}],
  'jobs.history': () => [{}],
  'alerts.list': () => [{}, { state: 'all' }],
  'learning.record': ({ pattern, deniedClaim }) => [{ type: 'practice-completed', patternId: pattern, claimId: deniedClaim, outcomeType: 'correct' }],
  'learning.events': ({ pattern }) => [{}, { pattern, days: 366 }],
  'learning.progress': () => [{}],
  'lab.patterns': () => [{}],
  'lab.start': ({ pattern }) => [{ pattern }, { pattern: 'due' }],
  'lab.case': () => [{ id: KNOWN_CASE }],
  'lab.run': () => [{ id: KNOWN_CASE, claim: { payer: null, daysToSubmission: null, hasAuthorization: false, lines: [] } }],
  'lab.hint': () => [{ id: KNOWN_CASE }],
  'lab.finish': () => [{ id: KNOWN_CASE, skip: true }],
  'lab.history': ({ pattern }) => [{}, { pattern, days: 366 }],
  'claims.check': ({ procedure, provider }) => [
    { claims: [{ payer: 'PAY-03', provider, serviceDate: '2026-03-01', lines: [{ procedureCode: procedure, billedAmount: 100 }] }], includeShadow: true },
  ],
  'checks.list': ({ rarePattern }) => [{}, { state: 'all', pattern: rarePattern }],
  'checks.get': ({ check }) => [{ id: check }],
  'decisions.inconsistent': ({ procedure, reason }) => [{}, { days: 120 }, { days: 30, payer: 'PAY-03' }, { code: procedure }, { reason, page: 2 }],
  'claims.get': ({ deniedClaim, wonClaim }) => [{ id: deniedClaim }, { id: wonClaim }, { id: claimId(1) }],
  'appeals.list': ({ provider }) => [
    {},
    { outcome: 'all', sort: 'value' },
    { payer: 'PAY-03', dueWithin: 30 },
    { outcome: 'upheld', sort: 'filed', page: 3 },
    { outcome: 'all', servedBy: provider, filedWithin: 365, sort: 'filed' },
    { outcome: 'won', servedBy: provider, decidedWithin: 90 },
  ],
  'appeals.deadlines': () => [{}, { dueWithin: 366 }, { payer: 'PAY-03', sort: 'value' }, { remedy: 'corrected_claim', dueWithin: 90, page: 2 }],
  // In the order of the list of operations: each leaves the claim to the next.
  'appeals.create': ({ deniedClaim }) => [{ claimId: deniedClaim, filedOn: '2026-03-31' }],
  'appeals.decide': ({ deniedClaim }) => [{ claimId: deniedClaim, outcome: 'withdrawn', on: '2026-03-31' }],
  'appeals.correct': ({ deniedClaim }) => [{ claimId: deniedClaim, note: 'letter sent' }],
  'appeals.reopen': ({ deniedClaim }) => [{ claimId: deniedClaim }],
  'worklist.list': ({ reason, deniedClaim }) => [
    {},
    { sort: 'value', assigned: 'me', snoozed: 'all', state: 'all' },
    { sort: 'due', payer: 'PAY-03', dueWithin: 30 },
    { sort: 'chance', remedy: 'corrected_claim', assigned: 'nobody', page: 2 },
    { reason, remedy: 'appeal' },
    { claim: deniedClaim, state: 'all', snoozed: 'all' },
  ],
  'worklist.people': () => [{}],
  'worklist.assign': ({ deniedClaim }) => [{ claimIds: [deniedClaim], userId: null }],
  'worklist.snooze': ({ deniedClaim }) => [{ claimIds: [deniedClaim], until: '2026-04-10' }],
  'worklist.setState': ({ deniedClaim }) => [{ claimIds: [deniedClaim], state: 'done' }],
  'worklist.notes.add': ({ deniedClaim }) => [{ claimId: deniedClaim, note: 'Called the payer' }],
  'worklist.notes.list': ({ deniedClaim }) => [{ claimId: deniedClaim }],
  // The first note that there is.
  'worklist.notes.remove': ({ deniedClaim }) => [{ claimId: deniedClaim, noteId: 1 }],
  'worklist.templates.list': () => [{}],
  'worklist.letter': ({ deniedClaim }) => [{ claimId: deniedClaim }, { claimId: deniedClaim, text: 'A letter', format: 'docx' }],
  'claims.source': ({ deniedClaim }) => [{ id: deniedClaim }],
  'claims.history': ({ deniedClaim, wonClaim }) => [{ id: deniedClaim }, { id: wonClaim }],
  'imports.list': () => [{}, { status: 'failed' }],
  'imports.get': ({ importId }) => [{ id: importId }],
  'imports.rejects.list': ({ importId }) => [{}, { importId, state: 'all' }],
  'imports.reconcile': ({ importId }) => [{ id: importId }],
  'matches.list': () => [{}, { state: 'all' }],
  'codes.lists': () => [{}],
  'codes.list': () => [{}, { search: 'authorization' }],
  'codes.get': () => [{ system: 'carc', code: '197' }],
  'codes.performance': () => [{}, { sort: 'lines', page: 2, limit: 20 }],
  'codes.intelligence': ({ procedure }) => [{ code: procedure }],
  'codes.compare': ({ procedure }) => [{ code: procedure }, { code: procedure, payer: 'PAY-03' }],
  'names.list': () => [{}],
  'payers.list': () => [{}, { search: 'pay', days: 366, sort: 'denied' }, { sort: 'name', page: 2, limit: 3 }],
  'payers.get': () => [{ id: 'PAY-03' }, { id: 'PAY-01', days: 366 }],
  'changes.claims': ({ change }) => [{ id: change }],
  'changes.list': ({ reason }) => [{}, { payer: 'PAY-03', reason, direction: 'up', open: true }],
  'policies.list': () => [{}, { search: 'imaging' }, { mode: 'active', page: 2, limit: 5 }],
  'policies.get': () => [{ id: 'POL-001' }, { id: 'POL-006' }],
  'policies.export': () => [{}, { format: 'csv' }],
  'views.list': () => [{}, { screen: 'patterns' }],
  'views.save': () => [{ screen: 'claims', name: 'Denied', query: 'status=denied' }],
  'views.remove': () => [{ id: KNOWN_VIEW }],
  'visits.begin': () => [{}],
  'visits.since': () => [{}],
  'search.find': ({ deniedClaim, reason, procedure }) => [
    { query: deniedClaim },
    { query: deniedClaim.slice(0, 4) },
    { query: 'P77' },
    { query: reason },
    { query: procedure },
  ],
}
