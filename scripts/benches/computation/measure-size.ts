import { sql } from 'drizzle-orm'
import { join } from 'node:path'
import { recomputeMarked } from '../../../packages/core/src/computation/recompute.ts'
import { addDays, dateIn, type IsoDate } from '../../../packages/core/src/dates.ts'
import { dashboardMetrics } from '../../../packages/core/src/measures/dashboard/operation.ts'
import { perform } from '../../../packages/core/src/operation.ts'
import { runChild } from '../imports/child.ts'
import type { ImportFigures, ImportTask } from '../imports/import-files.ts'
import { writeSeries } from '../imports/series.ts'
import { copyToDuck } from './duck.ts'
import type { EndpointFigures, GuideRebuild, QuestionFigures, RefreshFigures, SizeFigures } from './figures.ts'
import { guideDashboard } from './guide/dashboard.ts'
import { guideMetricsQuery, metricsOfDays } from './guide/metrics-query.ts'
import { guidePatterns } from './guide/patterns.ts'
import { guideDay, guidePatternMetrics } from './guide/rebuild.ts'
import { makeGuideTables } from './guide/tables.ts'
import { percentile, seconds, takeTurns, timesOf } from './measure.ts'
import type { ComputationOptions } from './options.ts'
import { startSignedIn, type SignedIn } from './portal.ts'
import { anotherReader, SLUG, type Practice } from './practice.ts'
import { questionsAsOf } from './questions.ts'
import type { RebuildFigures, RebuildTask } from './rebuild.ts'
import { importRemittance } from './remittance.ts'
import { StatementTimer } from './statement-timer.ts'
import { watch } from './waits.ts'

const DAYS = 30
/** The guide's slow parts are run less often, and its rebuild on some of its days and patterns. */
const FEW = 3
const HOUR_SECONDS = 3_600

/** Everything that is measured of one practice, in the order in which nothing disturbs what follows: imports come last. */
export async function measureSize(practice: Practice, options: ComputationOptions, folder: string): Promise<SizeFigures> {
  const { parts } = options
  const { db, database, now } = practice.context
  const today = dateIn('UTC', now)
  await makeGuideTables(database, db)
  const asked = parts.includes('questions')
  return {
    claims: practice.claims,
    loadSeconds: practice.loadSeconds,
    firstComputation: practice.firstComputation,
    metricsQuery: asked
      ? await takeTurns(
          { ours: () => db.rows(metricsOfDays(db.organizationId, today)), guide: () => db.rows(guideMetricsQuery(db.organizationId, today)) },
          options.runs,
        )
      : null,
    questions: asked ? await askQuestions(practice, today, options.runs, folder) : [],
    ...(parts.includes('http') ? await askPortal(practice, today, options, folder) : { dashboard: null, patterns: null }),
    refresh: parts.includes('refresh') ? await refresh(practice, options, folder) : null,
    rebuild: parts.includes('rebuild') ? await rebuild(practice, today) : null,
    import: parts.includes('import') ? await importMeanwhile(practice, options.imported, folder) : null,
  }
}

async function askQuestions({ context: { db }, claims }: Practice, today: IsoDate, runs: number, folder: string): Promise<QuestionFigures[]> {
  const floor = await copyToDuck(db, claims, folder)
  try {
    const all: QuestionFigures[] = []
    for (const { name, ours, scan } of questionsAsOf(today, db.organizationId)) {
      const rows = (await db.rows(ours)).map((row) => Object.values(row))
      const same = JSON.stringify(rows) === JSON.stringify(await floor.ask(scan))
      all.push({ name, same, ...(await takeTurns({ ours: () => db.rows(ours), scan: () => floor.ask(scan) }, runs)) })
    }
    return all
  } finally {
    floor.close()
  }
}

async function askPortal(
  practice: Practice,
  today: IsoDate,
  { requests }: ComputationOptions,
  folder: string,
): Promise<Pick<SizeFigures, 'dashboard' | 'patterns'>> {
  const { db } = practice.context
  const portal = await startSignedIn(practice.target, folder)
  try {
    return {
      dashboard: await askEndpoint(portal, `/api/metrics/dashboard?days=${DAYS}`, requests, () => guideDashboard(db, today, DAYS)),
      patterns: await askEndpoint(portal, '/api/patterns?limit=50', requests, () => guidePatterns(db, today)),
    }
  } finally {
    await portal.stop()
  }
}

async function askEndpoint(portal: SignedIn, path: string, requests: number, guide: () => Promise<unknown>): Promise<EndpointFigures> {
  for (let warm = 0; warm < 20; warm++) await portal.ask(path)
  const waits: number[] = []
  for (let asked = 0; asked < requests; asked++) waits.push(await portal.ask(path))
  const figures = { path, requests, p50: percentile(waits, 50), p99: percentile(waits, 99), longest: Math.max(...waits) }
  return { ...figures, guide: (await takeTurns({ guide }, FEW)).guide }
}

/** One remittance of one payer after the other, each followed by what brings everything up to date. */
async function refresh(practice: Practice, { runs, remitted }: ComputationOptions, folder: string): Promise<RefreshFigures> {
  const reader = await anotherReader(practice)
  const timer = new StatementTimer(reader.context.database.pool)
  try {
    const took: number[] = []
    let last = { decisions: 0, days: 0, importSeconds: 0 }
    for (let run = 1; run <= Math.min(runs, 5); run++) {
      const payer = `PAY-${String(run).padStart(2, '0')}`
      const imported = await seconds(() => importRemittance(reader.context, payer, remitted, join(folder, `${practice.claims}-${payer}.835`)))
      timer.take(0)
      const computed = await seconds(() => recomputeMarked(reader.context))
      took.push(computed.seconds * 1000)
      last = { decisions: imported.result, days: computed.result.days, importSeconds: imported.seconds }
    }
    return { ...last, times: timesOf(took), statements: timer.take(12) }
  } finally {
    await reader.close()
  }
}

async function rebuild(practice: Practice, today: IsoDate): Promise<SizeFigures['rebuild']> {
  const { context, target } = practice
  const watching = watch(() => perform(dashboardMetrics, context, {}))
  const outcome = await runChild<RebuildFigures>('../computation/rebuild.ts', { target, now: context.now.toISOString() } satisfies RebuildTask, HOUR_SECONDS)
  const { longestMs } = await watching.stop()
  if (!outcome.ok) throw new Error(`the rebuild ${outcome.reason}`)
  return { ...outcome.result, longestWaitMs: longestMs, guide: await guideRebuild(practice, today) }
}

/** The guide has no rebuild: the same would be its daily calculation for every day there is, and its update of every pattern. */
async function guideRebuild({ context: { db } }: Practice, today: IsoDate): Promise<GuideRebuild> {
  const found = await db.row<{ days: number }>(sql`
    select count(distinct metric_date)::int as days from organization_daily_metrics where organization_id = ${db.organizationId} and date_basis = 'service'`)
  const patterns = await db.rows<{ id: string }>(sql`select id from patterns where organization_id = ${db.organizationId} and status <> 'archived' order by id`)
  const days: number[] = []
  for (const back of [60, 200, 400, 600]) days.push((await seconds(() => guideDay(db, addDays(today, -back)))).seconds)
  const updates: number[] = []
  for (const { id } of patterns) updates.push((await seconds(() => guidePatternMetrics(db, id, today))).seconds)
  const day = timesOf(days.map((one) => one * 1000))
  return {
    day,
    days: found!.days,
    pattern: timesOf(updates.map((one) => one * 1000)),
    patterns: patterns.length,
    seconds: (day.median * found!.days) / 1000 + updates.reduce((sum, one) => sum + one, 0),
  }
}

/** A file of that many claims is imported by a process of its own, while somebody reads the dashboard. */
async function importMeanwhile({ context, target }: Practice, claims: number, folder: string): Promise<SizeFigures['import']> {
  const [series] = await writeSeries(folder, claims, { byMonth: false })
  const watching = watch(() => perform(dashboardMetrics, context, {}))
  const task: ImportTask = { target, organization: SLUG, enginePid: null, steps: series!.steps }
  const outcome = await runChild<ImportFigures>('./import-files.ts', task, HOUR_SECONDS)
  const { longestMs } = await watching.stop()
  if (!outcome.ok) throw new Error(`the import ${outcome.reason}`)
  const { phases, newClaims } = outcome.result
  return { claims: newClaims, seconds: phases.reduce((sum, phase) => sum + phase.seconds, 0), longestWaitMs: longestMs }
}
