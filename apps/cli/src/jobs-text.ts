import type { z } from 'zod'
import type { jobHistory } from '@overturn/core/jobs/history'
import type { listJobs } from '@overturn/core/jobs/list'
import { count, pageLine, table, text, type Column } from './format.ts'

type JobList = z.output<typeof listJobs.output>
type History = z.output<typeof jobHistory.output>

/** A moment by the clock of the organization: "2026-03-31 02:00". */
function moment(at: string | null, timeZone: string): string {
  if (at === null) return text(null)
  return new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' }).format(new Date(at))
}

export function jobsText({ jobs, timeZone, workers }: JobList): string {
  const columns: Column<JobList['jobs'][number]>[] = [
    { title: 'Job', value: ({ name }) => name },
    { title: 'Schedule', value: ({ schedule }) => schedule ?? 'when data changes' },
    { title: 'Next', value: ({ nextDue, paused }) => (paused ? `paused by ${paused.by}` : moment(nextDue, timeZone)) },
    { title: 'Last run', value: ({ lastRun }) => moment(lastRun?.startedAt ?? null, timeZone) },
    { title: 'State', value: ({ lastRun, waiting }) => (waiting ? 'waiting' : text(lastRun?.state ?? null)) },
    { title: 'What', value: ({ summary }) => summary },
  ]
  const by = workers === 0 ? 'Nothing runs jobs now: "overturn start" does, and "overturn jobs work".' : `Processes that run jobs now: ${workers}.`
  return `${table(jobs, columns)}\n\nTimes are those of ${timeZone}. ${by}`
}

export function historyText({ runs, pagination }: History, timeZone: string): string {
  const columns: Column<History['runs'][number]>[] = [
    { title: 'Run', value: ({ id }) => String(id), right: true },
    { title: 'Job', value: ({ job }) => job },
    { title: 'Started', value: ({ startedAt }) => moment(startedAt, timeZone) },
    { title: 'Asked for by', value: ({ trigger }) => trigger },
    { title: 'Attempt', value: ({ attempt }) => String(attempt), right: true },
    { title: 'State', value: ({ state }) => state },
    { title: 'Seconds', value: ({ durationMs }) => (durationMs === null ? text(null) : (durationMs / 1000).toFixed(1)), right: true },
    { title: 'Rows', value: ({ rows }) => count(rows), right: true },
    { title: 'Error', value: ({ error }) => error ?? '' },
  ]
  return runs.length === 0 ? 'No job has run yet.' : `${table(runs, columns)}\n\nTimes are those of ${timeZone}. ${pageLine(pagination)}`
}
