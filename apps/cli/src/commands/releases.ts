import { defineCommand } from 'citty'
import type { z } from 'zod'
import type { Context } from '@overturn/core/context'
import { perform, type Operation } from '@overturn/core/operation'
import { compareRelease } from '@overturn/core/releases/compare'
import { listReleases, prepareRelease, previewRelease, releaseVersion, takeBackRelease } from '@overturn/core/releases/operations'
import type { Comparison, Releases, stepOutput } from '@overturn/core/releases/schemas'
import { runAction, type Action, type Given } from '../actions.ts'
import { count, counted, pageLine, table, text, type Column } from '../format.ts'
import { globalFlags } from '../global-flags.ts'
import { inputFrom, operationFlags } from '../operation-flags.ts'
import { printJson, printResult } from '../output.ts'
import { performAsTyped } from '../perform-as-typed.ts'

/** What can be done with a version; all but the first and the last need its number. */
const ACTIONS: Record<string, Action<void>> = {
  list: { run: list },
  prepare: { needs: ['version'], run: (context, given) => step(prepareRelease, context, given) },
  compare: { needs: ['version'], run: compare },
  preview: { needs: ['version'], run: preview },
  release: { needs: ['version'], run: (context, given) => step(releaseVersion, context, given) },
  'take-back': { run: (context, given) => step(takeBackRelease, context, given) },
}

export default defineCommand({
  meta: { description: 'Versions of the computation: prepare one beside what is released, compare, preview, release it, or take it back' },
  args: {
    action: { type: 'positional', required: false, description: 'list (if nothing is said), prepare, compare, preview, release or take-back' },
    version: { type: 'positional', required: false, description: 'Number of the version; with take-back a candidate to give up' },
    add: {
      type: 'string',
      valueHint: 'members',
      description: 'With preview: e-mail addresses of members, separated by commas, who see the candidate from now on',
    },
    remove: { type: 'string', valueHint: 'members', description: 'With preview: members who no longer do' },
    ...operationFlags(compareRelease.input.omit({ version: true }), [], {
      all: 'With compare: equal numbers too',
      page: 'With compare: page of the numbers',
      limit: 'With compare: numbers per page, up to 200',
    }),
    ...globalFlags,
  },
  run: ({ args }) => runAction(ACTIONS, args, { command: 'releases' }),
})

const columns: Column<Releases['releases'][number]>[] = [
  { title: 'Version', value: ({ version }) => String(version), right: true },
  { title: 'State', value: ({ state }) => state },
  { title: 'Released', value: ({ releasedAt, releasedBy }) => (releasedAt === null ? text(null) : `${releasedAt.slice(0, 10)} by ${text(releasedBy)}`) },
  { title: 'Previewed by', value: ({ previewers }) => previewers.map(({ id, email }) => email ?? id).join(', ') || text(null) },
  { title: 'What it does', value: ({ summary }) => summary },
]

const releasesText = ({ releases }: Releases) => table(releases, columns)

async function list(context: Context, given: Given): Promise<void> {
  const found = await perform(listReleases, context, {})
  if (given['json']) printJson(found)
  else printResult(releasesText(found))
}

async function step<Input extends z.ZodObject>(operation: Operation<Input, typeof stepOutput>, context: Context, given: Given): Promise<void> {
  const done = await performAsTyped(operation, context, inputFrom(operation.input, given), ['version'])
  if (given['json']) printJson(done)
  else printResult(`${releasesText(done)}\n\n${counted(done.patterns, 'pattern')} computed.`)
}

async function preview(context: Context, { version, add, remove, json }: Given): Promise<void> {
  const changed = await performAsTyped(previewRelease, context, { version, add: membersOf(add), remove: membersOf(remove) }, ['version'])
  if (json) printJson(changed)
  else printResult(releasesText(changed))
}

const membersOf = (words: unknown): string[] =>
  typeof words !== 'string'
    ? []
    : words
        .split(',')
        .map((word) => word.trim())
        .filter(Boolean)

const numberColumns: Column<Comparison['numbers'][number]>[] = [
  { title: 'Pattern', value: ({ subject }) => subject },
  { title: 'Number', value: ({ metric }) => metric },
  { title: 'Released', value: ({ released }) => valueText(released), right: true },
  { title: 'Candidate', value: ({ candidate }) => valueText(candidate), right: true },
  { title: 'Difference', value: ({ difference }) => valueText(difference), right: true },
]

const valueText = (value: Comparison['numbers'][number]['released']) => (typeof value === 'number' ? count(value) : value === null ? text(null) : String(value))

async function compare(context: Context, given: Given): Promise<void> {
  const found = await performAsTyped(compareRelease, context, inputFrom(compareRelease.input, given), ['version'])
  if (given['json']) return printJson(found)
  const { version, released, equal, different, patterns, patternsThatDiffer, numbers, pagination } = found
  const head = `Version ${version} beside version ${released}: ${count(different)} of ${counted(equal + different, 'number')} differ, in ${count(patternsThatDiffer)} of ${counted(patterns, 'pattern')}.`
  printResult(numbers.length === 0 ? head : `${head}\n\n${table(numbers, numberColumns)}\n\n${pageLine(pagination)}`)
}
