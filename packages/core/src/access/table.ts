import { from, type ActorRole } from './roles.ts'

const viewer = from('viewer')
const coder = from('coder')
const analyst = from('analyst')
const manager = from('manager')
const administrator = from('administrator')

/**
 * Who may call which operation: the one place that says so. An operation that has no row here does not compile, and `perform` refuses it
 * to everybody. docs/access.md and the portal show this table; test/access/isolation.db.test.ts tries every row of it.
 */
export const accessTable = {
  'alerts.dismiss': analyst,
  'alerts.list': viewer,
  'cash.recovered': viewer,
  'claims.get': viewer,
  'claims.list': viewer,
  'codes.get': viewer,
  'codes.intelligence': viewer,
  'codes.list': viewer,
  'codes.load': administrator,
  'codes.performance': viewer,
  'codes.refresh': manager,
  'computation.refresh': manager,
  'imports.get': viewer,
  'imports.list': viewer,
  'imports.mapping.confirm': manager,
  'imports.mapping.guess': manager,
  'imports.mapping.list': manager,
  'imports.reconcile': viewer,
  'imports.rejects.dismiss': manager,
  'imports.rejects.export': manager,
  'imports.rejects.get': manager,
  'imports.rejects.list': viewer,
  'imports.rejects.retry': manager,
  'imports.undo': manager,
  'imports.verify': administrator,
  'imports.verify-truth': administrator,
  'jobs.history': viewer,
  'jobs.list': viewer,
  'jobs.pause': manager,
  'jobs.resume': manager,
  'jobs.run': manager,
  'learning.events': viewer,
  'learning.progress': viewer,
  'learning.record': viewer,
  'matches.dismiss': analyst,
  'matches.list': coder,
  'matches.resolve': analyst,
  'metrics.bridge': viewer,
  'metrics.bridgeClaims': viewer,
  'metrics.dashboard': viewer,
  'organization.get': viewer,
  'patterns.detect': analyst,
  'patterns.get': viewer,
  'patterns.list': viewer,
  'patterns.refresh': analyst,
  'policies.export': viewer,
  'policies.get': viewer,
  'policies.list': viewer,
  'policies.refresh': analyst,
  'providers.get': viewer,
  'providers.list': viewer,
  'providers.refresh': analyst,
  'releases.compare': analyst,
  'releases.list': viewer,
  'releases.prepare': manager,
  'releases.preview': manager,
  'releases.release': manager,
  'releases.takeBack': manager,
  'revenue.recovered': viewer,
  'snapshots.explain': viewer,
  'snapshots.get': viewer,
  'snapshots.take': manager,
} as const satisfies Record<string, readonly ActorRole[]>

export type OperationName = keyof typeof accessTable

/** The roles that may call an operation; none for one that the table does not know. */
export const rolesFor = (name: string): readonly ActorRole[] => (Object.hasOwn(accessTable, name) ? accessTable[name as OperationName] : [])

/** Who may ask for names, birth dates and member numbers of patients. */
export const mayIdentify: readonly ActorRole[] = coder
