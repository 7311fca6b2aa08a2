import type { serverMetrics } from '@overturn/core/jobs/server-metrics'
import { Gauge, Registry } from 'prom-client'
import type { z } from 'zod'

/** What the database counts for an organization, as Prometheus reads it. Runs can become fewer: the history is what the database holds. */
export function organizationMetrics(organization: string, { jobs, workers, waitingDays, unfinishedImports }: z.output<typeof serverMetrics.output>): Registry {
  const registry = new Registry()
  const gauge = <Label extends string>(name: string, help: string, ...labelNames: Label[]) =>
    new Gauge<Label | 'organization'>({ name, help, labelNames: ['organization', ...labelNames], registers: [registry] })
  const runs = gauge('overturn_job_runs', 'Runs of a job by how they ended.', 'job', 'state')
  const seconds = gauge('overturn_job_seconds', 'What these runs took together.', 'job', 'state')
  for (const { job, state, ...row } of jobs) {
    runs.set({ organization, job, state }, row.runs)
    seconds.set({ organization, job, state }, row.seconds)
  }
  gauge('overturn_workers', 'Processes that run jobs now.').set({ organization }, workers)
  gauge('overturn_waiting_days', 'Days whose metrics no longer match the claims.').set({ organization }, waitingDays)
  gauge('overturn_unfinished_imports', 'Imports under way, or left by a process that ended.').set({ organization }, unfinishedImports)
  return registry
}
