import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { headerKey } from '../../src/imports/formats/csv/mapping.ts'
import { testFolder } from '../writers/written.ts'
import type { Seeded } from './seeded.ts'
import { viewerExamples } from './viewer-examples.ts'

const fixture = (path: string) => fileURLToPath(new URL(`../fixtures/${path}`, import.meta.url))

function file(name: string, content: string): string {
  const path = join(testFolder(), name)
  writeFileSync(path, content)
  return path
}

const MAPPING = {
  delimiter: ',',
  header: ['Claim', 'Charge'],
  fields: { claimId: ['Claim'], billed: ['Charge'] },
  rows: 'claim',
  dateFormat: 'month-first',
  amountFormat: 'us',
}

/** A line for every operation there is: what somebody could ask of it who knows the ids of an organization. Writes are in an order in which each works. */
export const operationExamples: Record<string, (seeded: Seeded) => Record<string, unknown>[]> = {
  ...viewerExamples,
  'claims.get': ({ deniedClaim, wonClaim }) => [{ id: deniedClaim }, { id: wonClaim, identifiers: true }],
  // With a key of its own the answer is the same each time.
  'claims.export': ({ pattern }) => [
    { dateRange: 'all', key: 'k'.repeat(43) },
    { pattern, dateRange: 90, format: 'ndjson', identified: true, key: 'k'.repeat(43) },
  ],
  'checks.create': ({ scopedPattern }) => [{ patternId: scopedPattern }],
  'checks.evaluate': () => [{}],
  'checks.release': ({ check }) => [{ id: check, anyway: 'it was announced' }],
  'checks.retire': ({ check }) => [{ id: check, reason: 'the contract has ended' }],
  'audit.list': ({ deniedClaim }) => [{}, { claim: deniedClaim }],
  'audit.export': ({ deniedClaim }) => [{ claim: deniedClaim }, { format: 'ndjson' }],
  'audit.verify': () => [{}],
  'appeals.remove': ({ deniedClaim }) => [{ claimId: deniedClaim, level: 1 }],
  'worklist.list': () => [{}, { notes: true, state: 'all', snoozed: 'all' }],
  'worklist.templates.save': () => [{ name: 'Our own', body: 'Dear {{payer}}' }],
  'worklist.templates.remove': () => [{ id: 'template-of-one' }],
  'patterns.setStatus': ({ rarePattern }) => [{ id: rarePattern, status: 'archived', reason: 'looked into' }],
  'patterns.actions.record': ({ pattern }) => [{ patternId: pattern, kind: 'staff_training', happenedOn: '2026-03-01' }],
  'impact.ledger': () => [{}],
  'impact.get': ({ pattern }) => [{ patternId: pattern, level: 'lesson' }],
  'impact.payments': ({ pattern }) => [{}, { patternId: pattern, level: 'pattern' }],
  'patterns.actions.remove': ({ pattern }) => [{ patternId: pattern, position: 1 }],
  'patterns.detect': () => [{}],
  'patterns.refresh': () => [{}],
  'changes.detect': () => [{}],
  'policies.refresh': () => [{}],
  'providers.refresh': () => [{}],
  'codes.refresh': () => [{}],
  'computation.refresh': () => [{ all: true }],
  'snapshots.take': () => [{}],
  'codes.load': () => [{ path: file('codes.csv', 'Code,Description\n50,A text\n'), system: 'carc', source: 'license 1' }],
  'payers.setWindows': () => [{ id: 'PAY-03', appealWindowDays: 60 }],
  'imports.rejects.get': ({ importId, rejection }) => [{ importId, position: rejection }],
  'imports.rejects.export': ({ importId }) => [{}, { importId, state: 'all' }],
  'imports.rejects.retry': ({ importId, rejection }) => [{ importId, position: rejection, content: 'ISA*00' }],
  'imports.rejects.dismiss': ({ importId, rejection }) => [{ importId, position: rejection }],
  'imports.undo': ({ importId }) => [{ id: importId }],
  'imports.upload': () => [{}],
  'imports.task': ({ upload }) => [{ id: upload }],
  'imports.task.columns': ({ upload }) => [{ id: upload }],
  'imports.task.continue': ({ upload }) => [{ id: upload, preview: true }],
  'imports.task.discard': ({ upload }) => [{ id: upload }],
  'imports.verify': () => [{ directory: fixture('portal') }],
  'imports.verify-truth': () => [{ truth: file('truth.json', '{}') }],
  'imports.mapping.guess': () => [{ path: fixture('csv/claims.csv') }],
  'imports.mapping.confirm': () => [{ name: 'Columns', mapping: MAPPING }],
  'imports.mapping.list': () => [{}],
  'imports.mapping.remove': () => [{ headerKey: headerKey(MAPPING.header) }],
  'matches.list': () => [{}, { state: 'all' }],
  'matches.resolve': ({ adjudicationId, candidate }) => [{ adjudicationId, claimId: candidate }],
  'matches.dismiss': ({ adjudicationId }) => [{ adjudicationId }],
  'jobs.run': () => [{ job: 'policy-metrics' }],
  'jobs.pause': () => [{ job: 'policy-metrics' }],
  'jobs.resume': () => [{ job: 'policy-metrics' }],
  'alerts.dismiss': ({ alert }) => [{ id: alert }],
  'releases.prepare': () => [{ version: 1 }],
  'releases.compare': () => [{ version: 1 }],
  'releases.preview': ({ member }) => [{ version: 1, add: [member] }],
  'releases.release': () => [{ version: 1 }],
  'releases.takeBack': () => [{}],
  'metrics.server': () => [{}],
  'organization.update': () => [{ settings: { detection: { minimumDenials: 6 } } }],
  'members.list': () => [{}],
  'members.invite': () => [{ email: 'guest@example.org', role: 'viewer' }],
  'members.changeRole': ({ member }) => [{ id: member, role: 'viewer' }],
  'members.remove': ({ member }) => [{ id: member }],
  'invitations.list': () => [{ state: 'all' }],
  'invitations.revoke': ({ invitation }) => [{ id: invitation }],
  'tokens.list': () => [{ state: 'all' }],
  'tokens.create': () => [{ name: 'A program' }],
  'tokens.revoke': ({ token }) => [{ id: token }],
}
