import { openDatabase } from '../../../packages/core/src/db/connect.ts'
import { tenantDatabase } from '../../../packages/core/src/db/tenant.ts'
import type { Context } from '../../../packages/core/src/context.ts'
import { importPaths } from '../../../packages/core/src/imports/run.ts'
import { silentLog } from '../../../packages/core/src/log.ts'
import { perform } from '../../../packages/core/src/operation.ts'
import { findOrganization } from '../../../packages/core/src/organizations.ts'
import { refreshComputationOperation } from '../../../packages/core/src/computation/operations.ts'
import { giveResult, taskOf } from './child.ts'
import type { Target } from './engines.ts'
import { AS_OF } from './samples.ts'
import { TransactionTimer } from './transaction-timer.ts'
import { cpuSecondsOf, ownCpuSeconds, peakMemory } from './usage.ts'

export interface ImportTask {
  target: Target
  organization: string
  enginePid: number | null
  /** Imported one after the other; the computation follows. */
  steps: { name: string; paths: string[] }[]
}

/** One step of an import, or the computation after all of them. */
export interface PhaseFigures {
  name: string
  /** Milliseconds since 1970. */
  from: number
  to: number
  seconds: number
  cpuSeconds: number
  /** Null where the system does not tell. */
  engineCpuSeconds: number | null
  longestTransactionMs: number
}

export interface ImportFigures {
  phases: PhaseFigures[]
  newClaims: number
  decisions: number
  rejected: number
  /** Before the first file, with all modules loaded; and at the end. */
  startBytes: number
  peakBytes: number
}

const { target, organization, enginePid, steps } = taskOf<ImportTask>()
const database = await openDatabase(target)
const transactions = new TransactionTimer(database.pool)
const practice = await findOrganization(database, organization)
const context: Context = {
  db: tenantDatabase(database, practice.id),
  database,
  organization: practice,
  actor: { id: 'bench', role: 'administrator' },
  now: new Date(`${AS_OF}T12:00:00Z`),
  log: silentLog,
}

const done: ImportFigures = { phases: [], newClaims: 0, decisions: 0, rejected: 0, startBytes: peakMemory(), peakBytes: 0 }
for (const { name, paths } of steps) await phase(name, () => take(paths))
await phase('computation', async () => void (await perform(refreshComputationOperation, context, {})))
await database.close()
giveResult({ ...done, peakBytes: peakMemory() })

async function take(paths: string[]): Promise<void> {
  for (const { outcome, merged, message, rejected } of await importPaths(context, paths, { partial: false })) {
    if (outcome !== 'imported' || !merged) throw new Error(`a file was not imported: ${message}`)
    done.newClaims += merged.newClaims
    done.decisions += merged.decisions
    done.rejected += rejected.length
  }
}

async function phase(name: string, work: () => Promise<void>): Promise<void> {
  transactions.take()
  const engine = engineCpu()
  const cpu = ownCpuSeconds()
  const since = performance.now()
  await work()
  const until = performance.now()
  const engineAfter = engineCpu()
  done.phases.push({
    name,
    from: performance.timeOrigin + since,
    to: performance.timeOrigin + until,
    seconds: (until - since) / 1000,
    cpuSeconds: ownCpuSeconds() - cpu,
    engineCpuSeconds: engine === null || engineAfter === null ? null : engineAfter - engine,
    longestTransactionMs: transactions.take(),
  })
}

function engineCpu(): number | null {
  return enginePid === null ? null : cpuSecondsOf(enginePid)
}
