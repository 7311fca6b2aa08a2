import type { z } from 'zod'
import { evaluateChecks } from '../checks/evaluate.ts'
import { detectChangesOperation } from '../changes/operation.ts'
import { refreshCodesOperation } from '../codes/performance/operation.ts'
import { refreshComputationOperation } from '../computation/operations.ts'
import type { Operation } from '../operation.ts'
import { detectPatternsOperation } from '../patterns/operations.ts'
import { refreshPoliciesOperation } from '../policies/refresh-operation.ts'
import { refreshProvidersOperation } from '../providers/operations.ts'
import { takeSnapshotsOperation } from '../snapshots/take.ts'
import { DETECTION, REFRESH } from './data-jobs.ts'

/** Something that is computed again and again: which operation, when, and what of its result counts as rows in the history. */
export interface Job {
  name: string
  /** One sentence for lists. */
  summary: string
  /** Cron expression by the clock of the organization; null for one that only data or a person asks for. */
  schedule: string | null
  operation: Operation
  rows: (result: unknown) => number
}

/** A job whose result is read by its own operation's shape. */
function job<Input extends z.ZodObject, Output extends z.ZodType>(
  name: string,
  schedule: string | null,
  summary: string,
  operation: Operation<Input, Output>,
  rows: (result: z.output<Output>) => number,
): Job {
  return { name, schedule, summary, operation, rows: rows as Job['rows'] }
}

/** Every job there is, one line each. */
export const computationJobs: readonly Job[] = [
  job(
    DETECTION,
    '0 */6 * * *',
    'Finds denial reasons that have become patterns, and the scopes in which they are denied more often',
    detectPatternsOperation,
    (found) => found.created.length + found.adopted.length,
  ),
  job('daily-snapshots', '0 1 * * *', 'Writes down what is known at the end of the day', takeSnapshotsOperation, ({ taken, patterns, policies, providers }) =>
    taken ? 1 + patterns + policies + providers : 0,
  ),
  job(
    'pattern-metrics',
    '0 2 * * *',
    'Computes the days that wait, and scores every pattern as of today',
    refreshComputationOperation,
    ({ days, patterns }) => days + patterns,
  ),
  job(
    'change-detection',
    '30 2 * * *',
    'Finds denial rates that have changed, and tells of new ones',
    detectChangesOperation,
    ({ created, removed }) => created + removed,
  ),
  job('policy-metrics', '0 3 * * *', 'Computes what each policy is hit by, and what became of it', refreshPoliciesOperation, ({ policies }) => policies),
  job('code-intelligence', '30 3 * * *', 'Computes what the own claims say of each procedure code', refreshCodesOperation, ({ codes }) => codes),
  job(
    'provider-performance',
    '0 4 * * 1',
    'Compares each provider with what its case mix lets expect',
    refreshProvidersOperation,
    ({ providers }) => providers,
  ),
  job(
    'check-evaluation',
    '30 4 * * *',
    'Counts what pre-submission checks have said, and ends those that have drifted',
    evaluateChecks,
    ({ evaluated }) => evaluated,
  ),
  job(REFRESH, null, 'Computes what an import or a correction has changed', refreshComputationOperation, ({ days, patterns }) => days + patterns),
]
