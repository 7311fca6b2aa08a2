import { defineCommand } from 'citty'
import type { Context } from '@overturn/core/context'
import { OverturnError } from '@overturn/core/errors'
import { createToken } from '@overturn/core/identity/tokens/create'
import { listTokens } from '@overturn/core/identity/tokens/list'
import { revokeToken } from '@overturn/core/identity/tokens/revoke'
import { perform } from '@overturn/core/operation'
import { globalFlags, type GlobalFlags } from '../global-flags.ts'
import { tokensText } from '../members-text.ts'
import { printJson, printResult } from '../output.ts'
import { performAsTyped } from '../perform-as-typed.ts'
import { withContext } from '../session.ts'

type Given = Readonly<Record<string, unknown>>

const ACTIONS: Record<string, { needs?: string; run: (context: Context, given: Given) => Promise<void> }> = {
  list: { run: list },
  create: { needs: 'name', run: create },
  revoke: { needs: 'id', run: revoke },
}

export default defineCommand({
  meta: { description: 'Keys of programs that ask the API: list them, make one, revoke one' },
  args: {
    action: { type: 'positional', required: false, description: 'list (if nothing is said), create or revoke' },
    name: { type: 'positional', required: false, description: 'With create: what the token is called; with revoke: its id' },
    role: { type: 'string', valueHint: 'viewer|coder|analyst|manager|administrator', description: 'With create: what the token may do (default: viewer)' },
    scopes: {
      type: 'string',
      valueHint: 'text',
      description: 'With create: what it is for, such as claims.read,imports.write (default: * for all that its role may)',
    },
    days: { type: 'string', valueHint: 'number', description: 'With create: how long it is good, up to 365 (default: 90)' },
    all: { type: 'boolean', description: 'With list: those too that were revoked or have expired' },
    ...globalFlags,
  },
  run: ({ args }) => {
    const given: Given = args
    const name = String(given['action'] ?? 'list')
    const action = Object.hasOwn(ACTIONS, name) ? ACTIONS[name] : undefined
    if (!action) throw new OverturnError('invalid_input', `"${name}" is nothing to do with tokens; there are: ${Object.keys(ACTIONS).join(', ')}.`)
    if (action.needs && given['name'] === undefined)
      throw new OverturnError('invalid_input', `<${action.needs}> is missing: overturn tokens ${name} <${action.needs}>.`)
    return withContext(args as unknown as GlobalFlags, (context) => action.run(context, given))
  },
})

async function list(context: Context, { json, all }: Given): Promise<void> {
  const found = await perform(listTokens, context, { state: all ? 'all' : 'valid', limit: 200 })
  if (json) printJson(found)
  else printResult(tokensText(found))
}

async function create(context: Context, { name, role, scopes, days, json }: Given): Promise<void> {
  const wanted = typeof scopes === 'string' ? scopes.split(',').map((scope) => scope.trim()) : undefined
  const made = await performAsTyped(createToken, context, { name, role, scopes: wanted, days }, ['name'])
  if (json) printJson(made)
  else printResult(`The token ${made.name} (${made.role}, until ${made.expiresAt}) is not shown again:\n${made.token}`)
}

async function revoke(context: Context, { name, json }: Given): Promise<void> {
  const revoked = await performAsTyped(revokeToken, context, { id: name }, ['id'])
  if (json) printJson(revoked)
  else printResult(`The token ${revoked.id} is revoked.`)
}
