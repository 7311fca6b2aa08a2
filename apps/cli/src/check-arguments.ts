import { parseArgs } from 'node:util'
import type { ArgsDef } from 'citty'
import { OverturnError } from '@overturn/core/errors'
import { suggest } from './suggest.ts'

/** Refuses what the parser would let pass: flags nobody knows, flags without their value, more words than the command takes. */
export function checkArguments(rawArgs: readonly string[], args: ArgsDef, options: { manyPositionals?: boolean } = {}): void {
  const flags = Object.entries(args).filter(([, { type }]) => type !== 'positional')
  const switches = flags.filter(([, { type }]) => type === 'boolean').map(([name]) => name)
  const known = [...flags.map(([name]) => name), ...switches.map((name) => `no-${name}`), 'help']
  const { tokens } = parseArgs({
    args: [...rawArgs],
    options: Object.fromEntries([
      ...flags.map(([name]) => [name, { type: switches.includes(name) ? ('boolean' as const) : ('string' as const) }]),
      ['help', { type: 'boolean', short: 'h' }],
    ]),
    strict: false,
    allowPositionals: true,
    tokens: true,
  })
  for (const token of tokens) {
    if (token.kind !== 'option') continue
    if (!known.includes(token.name)) throw unknownFlag(token.rawName, token.name, known)
    const isSwitch = !flags.some(([name]) => name === token.name && !switches.includes(name))
    if (isSwitch && token.value !== undefined) throw new OverturnError('invalid_input', `${token.rawName} takes no value.`)
    if (!isSwitch && !token.value)
      throw new OverturnError('invalid_input', `${token.rawName} needs a value, such as ${token.rawName} <${hintOf(args, token.name)}>.`)
  }
  const positionals = tokens.filter((token) => token.kind === 'positional').map((token) => token.value)
  const expected = Object.entries(args).filter(([, { type }]) => type === 'positional')
  const missing = expected[positionals.length]
  if (missing && missing[1].required !== false)
    throw new OverturnError('invalid_input', `<${missing[0]}> is missing: ${missing[1].description ?? 'this command needs it'}.`)
  if (!options.manyPositionals && positionals.length > expected.length)
    throw new OverturnError('invalid_input', `"${positionals[expected.length]}" is one word too many for this command.`)
}

function unknownFlag(rawName: string, name: string, known: string[]): OverturnError {
  const near = suggest(name, known)
  return new OverturnError('invalid_input', `There is no flag ${rawName}${near ? `; did you mean --${near}?` : '; --help lists what there is.'}`)
}

function hintOf(args: ArgsDef, name: string): string {
  const { valueHint } = args[name] ?? {}
  return valueHint ?? name
}
