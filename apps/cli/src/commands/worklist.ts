import { defineCommand } from 'citty'
import type { Context } from '@overturn/core/context'
import { assignWork } from '@overturn/core/worklist/assign'
import { workLetter } from '@overturn/core/worklist/letters/letter'
import { listTemplates } from '@overturn/core/worklist/letters/templates'
import { listWork } from '@overturn/core/worklist/list'
import { addWorkNote, listWorkNotes } from '@overturn/core/worklist/notes'
import { workPeople } from '@overturn/core/worklist/people'
import { setWorkState } from '@overturn/core/worklist/set-state'
import { snoozeWork } from '@overturn/core/worklist/snooze'
import { runAction, type Action, type Given } from '../actions.ts'
import { counted, table } from '../format.ts'
import { globalFlags } from '../global-flags.ts'
import { inputFrom, operationFlags } from '../operation-flags.ts'
import { printJson, printNote, printResult } from '../output.ts'
import { performAsTyped } from '../perform-as-typed.ts'
import { writePrivate } from '../private-file.ts'
import { worklistText } from '../work-list-text.ts'

const POSITIONALS = ['claimId', 'claimIds']

const ACTIONS: Record<string, Action<void>> = {
  list: { run: list },
  people: { run: people },
  assign: { needs: ['claim-id', 'user-id'], run: assign },
  snooze: { needs: ['claim-id', 'until'], run: snooze },
  done: { needs: ['claim-id'], run: (context, given) => setState(context, given, 'done') },
  'give-up': { needs: ['claim-id'], run: (context, given) => setState(context, given, 'given_up') },
  reopen: { needs: ['claim-id'], run: (context, given) => setState(context, given, 'open') },
  notes: { needs: ['claim-id'], run: notes },
  note: { needs: ['claim-id', 'note'], run: note },
  templates: { run: templates },
  letter: { needs: ['claim-id'], run: letter },
}

const { notes: _notes, ...listFlags } = operationFlags(listWork.input, [], {
  sort: 'With list: order of the list',
  state: 'With list: only claims in this state',
  snoozed: 'With list: claims that were put off: left out (no), only these (yes), or all',
  assigned: 'With list: anyone, me, nobody, or the id of a member',
  payer: 'With list: only claims of this payer',
  reason: 'With list: only claims denied for exactly this reason',
  claim: 'With list: only this claim',
  pattern: 'With list: only denials of this pattern, by its id',
  remedy: 'With list: only what is got back this way',
  dueWithin: 'With list: last days up to so many days ahead',
  page: 'With list: page of the list',
  limit: 'Rows per page, up to 200',
})

export default defineCommand({
  meta: { description: 'Denials to work, the most expected dollars per day left first; assign, snooze and note them, and write letters' },
  args: {
    action: { type: 'positional', required: false, description: `${Object.keys(ACTIONS).join(', ')}; list if nothing is said` },
    'claim-id': { type: 'positional', required: false, description: 'The claim; several, with commas between, to assign, snooze or close them' },
    ...listFlags,
    'user-id': { type: 'string', valueHint: 'id', description: 'With assign: the id of a member, me, or nobody' },
    until: { type: 'string', valueHint: 'date', description: 'With snooze: the day on which it comes back, or now' },
    note: { type: 'string', valueHint: 'text', description: 'With note: what happened' },
    template: { type: 'string', valueHint: 'id', description: 'With letter: which template; the one that fits the reason if nothing is said' },
    out: {
      type: 'string',
      valueHint: 'file',
      description: 'With letter: write to this new file, .pdf, .docx or .txt; as text to the screen if nothing is said',
    },
    ...globalFlags,
  },
  run: ({ args }) => runAction(ACTIONS, args, { command: 'worklist' }),
})

async function list(context: Context, given: Given): Promise<void> {
  const found = await performAsTyped(listWork, context, inputFrom(listWork.input, given))
  if (given['json']) printJson(found)
  else printResult(worklistText(found))
}

async function people(context: Context, given: Given): Promise<void> {
  const found = await performAsTyped(workPeople, context, {})
  if (given['json']) printJson(found)
  else
    printResult(
      found.people.length === 0
        ? 'No member works denials.'
        : table(found.people, [
            { title: 'Id', value: ({ id }) => id },
            { title: 'Name', value: ({ name }) => name },
          ]),
    )
}

const claimIdsOf = (given: Given): string[] =>
  String(given['claim-id'])
    .split(',')
    .map((id) => id.trim())

function tell(given: Given, answer: { before: readonly unknown[] }, said: string): void {
  if (given['json']) printJson(answer)
  else printResult(`${counted(answer.before.length, 'claim')} ${said}.`)
}

async function assign(context: Context, given: Given): Promise<void> {
  const to = String(given['user-id'])
  const answer = await performAsTyped(assignWork, context, { claimIds: claimIdsOf(given), userId: to === 'nobody' ? null : to }, POSITIONALS)
  tell(given, answer, to === 'nobody' ? 'given to nobody' : `given to ${to}`)
}

async function snooze(context: Context, given: Given): Promise<void> {
  const until = String(given['until'])
  const answer = await performAsTyped(snoozeWork, context, { claimIds: claimIdsOf(given), until: until === 'now' ? null : until }, POSITIONALS)
  tell(given, answer, until === 'now' ? 'back on the list' : `put off until ${until}`)
}

async function setState(context: Context, given: Given, state: 'open' | 'done' | 'given_up'): Promise<void> {
  tell(given, await performAsTyped(setWorkState, context, { claimIds: claimIdsOf(given), state }, POSITIONALS), state.replaceAll('_', ' '))
}

async function notes(context: Context, given: Given): Promise<void> {
  const found = await performAsTyped(listWorkNotes, context, { claimId: given['claim-id'] }, POSITIONALS)
  if (given['json']) printJson(found)
  else
    printResult(
      found.notes.length === 0
        ? 'No notes.'
        : found.notes.map(({ id, body, writtenBy, writtenAt }) => `${id}  ${writtenAt}  ${writtenBy.name}\n${body}`).join('\n\n'),
    )
}

async function note(context: Context, given: Given): Promise<void> {
  const added = await performAsTyped(addWorkNote, context, { claimId: given['claim-id'], note: given['note'] }, POSITIONALS)
  if (given['json']) printJson(added)
  else printResult(`Note ${added.note.id} of claim ${added.claimId} is written.`)
}

async function templates(context: Context, given: Given): Promise<void> {
  const found = await performAsTyped(listTemplates, context, {})
  if (given['json']) printJson(found)
  else
    printResult(
      table(found.templates, [
        { title: 'Id', value: ({ id }) => id },
        { title: 'Name', value: ({ name }) => name },
      ]),
    )
}

const FORMATS = { '.pdf': 'pdf', '.docx': 'docx' } as const

/** The ending of the file says the format. The letter is made before the file: what was typed wrong leaves none behind. */
async function letter(context: Context, given: Given): Promise<void> {
  const out = given['out'] === undefined ? undefined : String(given['out'])
  const format = Object.entries(FORMATS).find(([ending]) => out?.toLowerCase().endsWith(ending))?.[1] ?? 'text'
  const written = await performAsTyped(workLetter, context, { claimId: given['claim-id'], template: given['template'], format }, POSITIONALS)
  if (out !== undefined) {
    writePrivate(out, written.file === null ? Buffer.from(written.text) : Buffer.from(written.file.content, 'base64'))
    printNote(`The letter stands in ${out}; it names the patient.`)
  } else if (given['json']) printJson(written)
  else printResult(written.text)
  if (written.missing.length > 0) printNote(`To be filled in by hand: ${written.missing.map(({ meaning }) => meaning).join(', ')}.`)
  if (written.replaced.length > 0) printNote(`The PDF shows ${written.replaced.join(' ')} as plain letters; a DOCX keeps them.`)
}
