import { defineCommand } from 'citty'
import type { z } from 'zod'
import type { Context } from '@overturn/core/context'
import { OverturnError } from '@overturn/core/errors'
import { perform } from '@overturn/core/operation'
import { getOrganization } from '@overturn/core/organization-operation'
import { organizationSettings } from '@overturn/core/organization/settings'
import { updateOrganization } from '@overturn/core/organization/update'
import { runAction, type Action, type Given } from '../actions.ts'
import { count, facts } from '../format.ts'
import { globalFlags } from '../global-flags.ts'
import { operationFlags } from '../operation-flags.ts'
import { printJson, printResult } from '../output.ts'
import { performAsTyped } from '../perform-as-typed.ts'

type Settings = z.output<typeof organizationSettings.output>['settings']

const ACTIONS: Record<string, Action<void>> = { show: { run: show }, set: { run: set } }

export default defineCommand({
  meta: { description: 'Name, time zone and thresholds of the organization: show them, or change them with "overturn organization set"' },
  args: {
    action: { type: 'positional', required: false, description: 'show (if nothing is said) or set' },
    ...operationFlags(updateOrganization.input.omit({ settings: true }), [], {
      name: 'With set: another name',
      letterhead: 'With set: name and address at the top of letters, line by line',
      timeZone: 'With set: another time zone, such as America/Chicago; every day is computed again',
    }),
    thresholds: { type: 'string', valueHint: 'name=number', description: 'With set: thresholds, separated by commas, such as detection.minimumDenials=6' },
    ...globalFlags,
  },
  run: ({ args }) => runAction(ACTIONS, args, { command: 'organization', about: 'the organization', usual: 'show' }),
})

/** Every threshold by the name that `--thresholds` takes. */
function flat(value: object, path = ''): [string, number][] {
  return Object.entries(value).flatMap(([name, inner]: [string, unknown]) =>
    typeof inner === 'object' && inner !== null ? flat(inner, `${path}${name}.`) : typeof inner === 'number' ? [[path + name, inner] as [string, number]] : [],
  )
}

function settingsText({ name, slug, timeZone }: { name: string; slug: string; timeZone: string }, settings: Settings): string {
  return facts([['Name', name], ['Slug', slug], ['Time zone', timeZone], ...flat(settings).map(([path, value]) => [path, count(value)] as const)])
}

async function show(context: Context, { json }: Given): Promise<void> {
  const organization = await perform(getOrganization, context, {})
  const { settings } = await perform(organizationSettings, context, {})
  if (json) printJson({ ...organization, settings })
  else printResult(settingsText(organization, settings))
}

async function set(context: Context, { json, name, thresholds, letterhead, ...given }: Given): Promise<void> {
  const timeZone = given['time-zone']
  if (name === undefined && timeZone === undefined && thresholds === undefined && letterhead === undefined)
    throw new OverturnError(
      'invalid_input',
      'What shall be changed? --name, --time-zone, --thresholds or --letterhead says it; "overturn organization" shows what is.',
    )
  const settings = thresholds === undefined ? undefined : settingsOf(String(thresholds))
  const done = await performAsTyped(updateOrganization, context, { name, timeZone, settings, letterhead })
  if (json) return printJson(done)
  const waits = done.recomputesAll ? '\n\nEvery day waits to be computed again: "overturn refresh", or the next run of that job.' : ''
  printResult(`${settingsText(done, done.settings)}${waits}`)
}

/** `a.b=1,c=2` as an object; which names and numbers there may be is the operation's to say. */
function settingsOf(words: string): object {
  // Whatever names are typed, they are names in here and nothing of an object's own.
  const empty = () => Object.create(null) as Record<string, unknown>
  const change = empty()
  for (const word of words.split(',')) {
    const [, path, value] = /^\s*([\w.]+)=(\d+(?:\.\d+)?)\s*$/.exec(word) ?? []
    if (path === undefined) throw new OverturnError('invalid_input', `--thresholds: "${word}" is not <name>=<number>, such as detection.minimumDenials=6.`)
    const names = path.split('.')
    let place = change
    for (const name of names.slice(0, -1)) place = (place[name] ??= empty()) as Record<string, unknown>
    place[names.at(-1)!] = Number(value)
  }
  return change
}
