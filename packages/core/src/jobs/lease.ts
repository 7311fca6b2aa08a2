import { OverturnError } from '../errors.ts'
import type { TenantDatabase } from '../db/tenant.ts'
import { beat } from './turns.ts'
import type { JobTimes } from './times.ts'

/** The hold of a run on its turn. */
export interface Lease {
  /** The organization's database for as long as the turn is ours: once it is not, the next transaction is refused, and the run ends there. */
  db: TenantDatabase
  /** Why it was cut off; null while it is not. */
  readonly lost: 'silent' | 'stopped' | null
  end(): void
}

const REASONS = {
  silent: 'The run lost its turn, because it had said nothing for too long. What it had finished is kept; the next run goes on from there.',
  stopped: 'The process was stopped. What the run had finished is kept; the next run goes on from there.',
}

/**
 * Says every few seconds that the run lives, also while its SQL does. A process that stood still (a suspended machine) finds out before it writes
 * again: by its own clock when nobody could tell it yet. `stop` cuts the run off.
 */
export function keepLease(db: TenantDatabase, run: number, times: Pick<JobTimes, 'heartbeatMs' | 'silentMs'>, stop?: AbortSignal): Lease {
  let lost: Lease['lost'] = null
  let confirmedAt = Date.now()
  const say = async () => {
    const saidAt = Date.now()
    // A beat that fails is no news: the next transaction of the run meets the same database.
    const isOurs = await beat(db, run).catch(() => null)
    if (isOurs) confirmedAt = saidAt
    else if (isOurs === false) lost ??= 'silent'
  }
  const timer = setInterval(() => void say(), times.heartbeatMs).unref()
  const check = () => {
    if (stop?.aborted) lost ??= 'stopped'
    if (Date.now() - confirmedAt > times.silentMs) lost ??= 'silent'
    if (lost) throw new OverturnError('conflict', REASONS[lost])
  }
  const checked = (db: TenantDatabase): TenantDatabase => {
    const transaction: TenantDatabase['transaction'] = (work) => {
      check()
      return db.transaction((tx) => {
        // It may have waited for a connection.
        check()
        return work(tx)
      })
    }
    return {
      organizationId: db.organizationId,
      as: (role) => checked(db.as(role)),
      transaction,
      rows: (statement) => transaction((tx) => tx.rows(statement)),
      row: (statement) => transaction((tx) => tx.row(statement)),
      run: (statement) => transaction((tx) => tx.run(statement)),
    }
  }
  return {
    db: checked(db),
    get lost() {
      return lost
    },
    end: () => clearInterval(timer),
  }
}
