import { stripVTControlCharacters } from 'node:util'
import { renderUsage, runCommand, type ArgsDef, type CommandDef } from 'citty'
import { asOverturnError, OverturnError } from '@overturn/core/errors'
import { createLog } from '@overturn/core/log'
import { loggable } from '@overturn/core/loggable'
import { checkArguments } from './check-arguments.ts'
import { commands } from './commands/index.ts'
import { globalFlags } from './global-flags.ts'
import { printJson, printNote, printResult } from './output.ts'
import { EXIT, exitCodeOf, problemDocument } from './problem.ts'
import { suggest } from './suggest.ts'

const program = {
  meta: { name: 'overturn', description: 'Finds why medical claims get denied, and shows which fixes worked' },
  subCommands: commands,
} satisfies CommandDef

/** Runs one command line and returns its exit code. Never throws: what goes wrong is said in one sentence, and with `--json` as a document. */
export async function runCli(words: readonly string[]): Promise<number> {
  try {
    return await dispatch(words)
  } catch (thrown) {
    return report(asOverturnError(thrown), words.includes('--json'))
  }
}

async function dispatch(words: readonly string[]): Promise<number> {
  const { name, rest } = split(words)
  const wantsHelp = rest.some((word) => word === '--help' || word === '-h')
  if (name === undefined || name === 'help') return showHelp(name === 'help' ? rest[0] : undefined, wantsHelp || name === 'help' || rest.length === 0)
  const command = await commandOf(name)
  if (wantsHelp) return showHelp(name, true)
  const args = command.args as ArgsDef
  checkArguments(rest, args, { manyPositionals: name === 'import' || name === 'check' })
  const { result } = await runCommand(command, { rawArgs: rest })
  return typeof result === 'number' ? result : EXIT.ok
}

/** The command is the first word that is neither a flag nor a flag's value; what all commands take may stand before it. */
function split(words: readonly string[]): { name: string | undefined; rest: string[] } {
  const takesValue = (word: string) => Object.entries(globalFlags).some(([flag, { type }]) => word === `--${flag}` && type === 'string')
  let index = 0
  while (words[index]?.startsWith('-')) index += takesValue(words[index]!) ? 2 : 1
  return { name: words[index], rest: [...words.slice(0, index), ...words.slice(index + 1)] }
}

async function commandOf(name: string): Promise<CommandDef> {
  const found = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (found) return found()
  const near = suggest(name, Object.keys(commands))
  throw new OverturnError(
    'invalid_input',
    `There is no command "${name}"${near ? `; did you mean "overturn ${near}"?` : '; "overturn --help" lists what there is.'}`,
  )
}

async function showHelp(name: string | undefined, isAsked: boolean): Promise<number> {
  if (name === undefined && !isAsked) throw new OverturnError('invalid_input', 'Which command? "overturn --help" lists what there is.')
  const command = name === undefined ? program : await commandOf(name)
  const usage = await renderUsage(
    { ...command, meta: { ...command.meta, ...(name && { name }) } } as CommandDef,
    name === undefined ? undefined : (program as CommandDef),
  )
  printResult(process.stdout.isTTY ? usage : stripVTControlCharacters(usage))
  return EXIT.ok
}

/** One sentence on stderr; the log has the cause of what is not the user's doing. */
function report(error: OverturnError, asJson: boolean): number {
  if (error.code === 'internal' && error.cause !== undefined) createLog('error').error({ errors: loggable(error.cause) }, 'unexpected failure')
  if (asJson) printJson(problemDocument(error))
  printNote(error.command === null ? error.message : `${error.message} See: ${error.command}`)
  return exitCodeOf(error)
}
