import { defineCommand } from 'citty'
import type { Context } from '@overturn/core/context'
import { jobHistory } from '@overturn/core/jobs/history'
import { listJobs } from '@overturn/core/jobs/list'
import { pauseJob } from '@overturn/core/jobs/pause'
import { resumeJob } from '@overturn/core/jobs/resume'
import { runJobOperation } from '@overturn/core/jobs/run'
import { perform } from '@overturn/core/operation'
import { runAction, type Action, type Given } from '../actions.ts'
import { globalFlags, type GlobalFlags } from '../global-flags.ts'
import { historyText, jobsText } from '../jobs-text.ts'
import { inputFrom, operationFlags } from '../operation-flags.ts'
import { printJson, printResult } from '../output.ts'
import { performAsTyped } from '../perform-as-typed.ts'
import { workUntilStopped } from '../work.ts'

/** What can be done with jobs; those that need the name of one say so. */
const ACTIONS: Record<string, Action<void>> = {
  list: { run: list },
  run: { needs: ['name'], run },
  history: { run: history },
  pause: { needs: ['name'], run: pause },
  resume: { needs: ['name'], run: resume },
}

export default defineCommand({
  meta: {
    description: 'The jobs that keep everything computed: list them, run one now, see the history, pause and resume; "overturn jobs work" runs them here',
  },
  args: {
    action: { type: 'positional', required: false, description: 'list (if nothing is said), run, history, pause, resume or work' },
    name: { type: 'positional', required: false, description: 'Name of the job, as the list has it; with history: only its runs' },
    ...operationFlags(jobHistory.input.omit({ job: true }), [], {
      state: 'With history: only runs in this state',
      page: 'With history: page of the list',
      limit: 'With history: runs per page, up to 200',
    }),
    ...globalFlags,
  },
  run: ({ args }) =>
    args['action'] === 'work' ? workUntilStopped(args as unknown as GlobalFlags) : runAction(ACTIONS, args, { command: 'jobs', others: ['work'] }),
})

async function list(context: Context, { json }: Given): Promise<void> {
  const found = await perform(listJobs, context, {})
  if (json) printJson(found)
  else printResult(jobsText(found))
}

async function history(context: Context, given: Given): Promise<void> {
  const found = await performAsTyped(
    jobHistory,
    context,
    { ...inputFrom(jobHistory.input, given), ...(given['name'] !== undefined && { job: given['name'] }) },
    ['job'],
  )
  if (given['json']) printJson(found)
  else printResult(historyText(found, context.organization.timeZone))
}

async function run(context: Context, { name, json }: Given): Promise<void> {
  const result = await performAsTyped(runJobOperation, context, { job: name }, ['job'])
  if (json) printJson(result)
  else if (result.run) printResult(`The job ${result.job} ran here (run ${result.run.id}, rows: ${result.run.rows}).`)
  else printResult(`The job ${result.job} is in the queue; "overturn jobs history ${result.job}" shows how it goes.`)
}

async function pause(context: Context, { name, json }: Given): Promise<void> {
  const result = await performAsTyped(pauseJob, context, { job: name }, ['job'])
  if (json) printJson(result)
  else printResult(`The job ${result.job} is paused until "overturn jobs resume ${result.job}".`)
}

async function resume(context: Context, { name, json }: Given): Promise<void> {
  const { job, wasPaused, queued } = await performAsTyped(resumeJob, context, { job: name }, ['job'])
  if (json) printJson({ job, wasPaused, queued })
  else if (!wasPaused) printResult(`The job ${job} was not paused.`)
  else printResult(`The job ${job} is resumed${queued ? '; what was due meanwhile is in the queue' : ''}.`)
}
