import { tenantDatabase } from '../../../packages/core/src/db/tenant.ts'
import { ensureOrganization } from '../../../packages/core/src/organizations.ts'
import { runChild } from './child.ts'
import type { Engine } from './engines.ts'
import type { ImportFigures, ImportTask, PhaseFigures } from './import-files.ts'
import type { Series } from './series.ts'
import { longestWait, watchWaits } from './waits.ts'

export interface Phase extends Omit<PhaseFigures, 'from' | 'to'> {
  /** What another reader waited for `select 1` while it ran, in milliseconds. */
  longestWaitMs: number | null
}

export interface MergingFigures {
  engine: string
  series: string
  phases: Phase[]
  /** Claims that are in the database then. */
  claims: number
  decisions: number
  rejected: number
  /** Of the importing process, before the first file and in all. */
  startBytes: number
  peakBytes: number
  /** Claims a second, of reading and merging; and of these and the computation. */
  merged: number
  computed: number
}

/** An hour: longer than a million claims may take. */
const LIMIT_SECONDS = 3_600

/** Imports a series into a fresh database by a process of its own, while this one asks as another reader does. Throws where the import fails. */
export async function benchMerging(engine: Engine, { name, steps }: Series): Promise<MergingFigures> {
  const { database, target, enginePid, drop } = await engine.fresh()
  try {
    const organization = await ensureOrganization(database, { slug: 'bench', name: 'Bench Practice', timeZone: 'America/New_York', isDemo: false })
    const watch = watchWaits(tenantDatabase(database, organization.id))
    const task: ImportTask = { target, organization: organization.slug, enginePid, steps }
    const outcome = await runChild<ImportFigures>('./import-files.ts', task, LIMIT_SECONDS)
    const waits = await watch.stop()
    if (!outcome.ok) throw new Error(`${engine.label}, ${name}: the import ${outcome.reason}`)
    const { phases, newClaims, ...rest } = outcome.result
    const imported = phases.slice(0, steps.length)
    return {
      engine: engine.label,
      series: name,
      phases: phases.map(({ from, to, ...phase }) => ({ ...phase, longestWaitMs: longestWait(waits, from, to) })),
      claims: newClaims,
      ...rest,
      merged: newClaims / secondsOf(imported),
      computed: newClaims / secondsOf(phases),
    }
  } finally {
    await drop()
  }
}

const secondsOf = (phases: readonly PhaseFigures[]) => phases.reduce((sum, { seconds }) => sum + seconds, 0)
