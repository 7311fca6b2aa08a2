import type { Context } from '@overturn/core/context'
import { OverturnError } from '@overturn/core/errors'
import type { GlobalFlags } from './global-flags.ts'
import { withContext } from './session.ts'

export type Given = Readonly<Record<string, unknown>>

/** One of the things that a command does. */
export interface Action<Result = unknown> {
  /** Words that have to be said, by the names of the command's arguments. */
  needs?: readonly string[]
  run(context: Context, given: Given): Promise<Result>
}

interface Choice {
  /** As it is typed: `overturn <command>`. */
  command: string
  /** What the command is about, where that is not its name. */
  about?: string
  /** What is done when nothing is said; null: something has to be. */
  usual?: string | null
  /** What the command does without an organization, besides these actions. */
  others?: readonly string[]
  /** Where an argument is called otherwise in this action: by action and name. */
  calls?: Readonly<Record<string, Readonly<Record<string, string>>>>
}

/** The action that was typed. Throws `invalid_input` for one that there is not, and for a word that is missing. */
export function chosen<A extends Pick<Action, 'needs'>>(actions: Readonly<Record<string, A>>, given: Given, choice: Choice): A {
  const { command, about = command, usual = 'list', others = [], calls = {} } = choice
  const name = String(given['action'] ?? usual)
  const action = Object.hasOwn(actions, name) ? actions[name] : undefined
  if (!action)
    throw new OverturnError('invalid_input', `"${name}" is nothing to do with ${about}; there are: ${[...Object.keys(actions), ...others].join(', ')}.`)
  const { needs = [] } = action
  const missing = needs.find((word) => given[word] === undefined)
  if (missing === undefined) return action
  const called = (word: string) => `<${calls[name]?.[word] ?? word}>`
  throw new OverturnError('invalid_input', `${called(missing)} is missing: overturn ${command} ${name} ${needs.map(called).join(' ')}.`)
}

/** Does what was typed, for the organization that the flags name. */
export function runAction<Result>(actions: Readonly<Record<string, Action<Result>>>, args: object, choice: Choice): Promise<Result> {
  const given = args as Given
  const action = chosen(actions, given, choice)
  return withContext(args as GlobalFlags, (context) => action.run(context, given))
}
