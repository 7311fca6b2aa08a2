import { defineCommand } from 'citty'
import type { Context } from '@overturn/core/context'
import { createToken } from '@overturn/core/identity/tokens/create'
import { listTokens } from '@overturn/core/identity/tokens/list'
import { revokeToken } from '@overturn/core/identity/tokens/revoke'
import { perform } from '@overturn/core/operation'
import { runAction, type Action, type Given } from '../actions.ts'
import { globalFlags } from '../global-flags.ts'
import { tokensText } from '../members-text.ts'
import { printJson, printResult } from '../output.ts'
import { performAsTyped } from '../perform-as-typed.ts'

const ACTIONS: Record<string, Action<void>> = {
  list: { run: list },
  create: { needs: ['name'], run: create },
  revoke: { needs: ['name'], run: revoke },
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
  run: ({ args }) => runAction(ACTIONS, args, { command: 'tokens', calls: { revoke: { name: 'id' } } }),
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
