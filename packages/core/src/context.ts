import type { Log } from './log.ts'
import type { ActorRole } from './access/roles.ts'
import type { TenantDatabase } from './db/tenant.ts'
import type { Database } from './db/connect.ts'
import type { IsoDate } from './dates.ts'
import { dateIn } from './dates.ts'

/** On whose behalf an operation runs. */
export interface Actor {
  /** Name for the record of who did it; never a patient. */
  id: string
  role: ActorRole
  /** Of a token: what it is for, within its role (access/scopes.ts). A person has none, and may what the role may. */
  scopes?: readonly string[]
}

/** Where a request came from, for the audit trail. */
export interface Origin {
  channel: 'http' | 'cli' | 'job'
  /** Address of the caller, where there is one. */
  address: string | null
  /** As the answer and the log name it. */
  requestId: string | null
}

export interface Organization {
  id: number
  slug: string
  name: string
  timeZone: string
  isDemo: boolean
}

/** Everything an operation may use. `now` is always passed, so that any computation can be run as of any day. */
export interface Context {
  db: TenantDatabase
  /** The database behind it, for work that needs a view of its own (an import sees its unfinished rows). */
  database: Database
  organization: Organization
  actor: Actor
  /** The organizations in whose trails is recorded what is done here; left out for the one of the context. */
  trails?: () => Promise<readonly number[]>
  /** Left out by what acts for nobody, such as a benchmark. */
  origin?: Origin
  /** Where alerts are posted to as well; left out for nowhere. */
  webhook?: string | null
  now: Date
  log: Log
}

/** The calendar date at the organization at the moment of the context. */
export function todayOf({ organization, now }: Pick<Context, 'organization' | 'now'>): IsoDate {
  return dateIn(organization.timeZone, now)
}
