import { defineCommand } from 'citty'
import type { Context } from '@overturn/core/context'
import { OverturnError } from '@overturn/core/errors'
import { baseUrlOf } from '@overturn/core/identity/auth'
import { listInvitations } from '@overturn/core/identity/invitations/list'
import { changeMemberRole } from '@overturn/core/identity/members/change-role'
import { inviteMember } from '@overturn/core/identity/members/invite'
import { listMembers } from '@overturn/core/identity/members/list'
import { removeMember } from '@overturn/core/identity/members/remove'
import { resetPassword } from '@overturn/core/identity/reset-password'
import { perform } from '@overturn/core/operation'
import { runAction, type Action, type Given } from '../actions.ts'
import { globalFlags, type GlobalFlags } from '../global-flags.ts'
import { membersText } from '../members-text.ts'
import { printJson, printResult } from '../output.ts'
import { performAsTyped } from '../perform-as-typed.ts'
import { configOf } from '../session.ts'

/** What can be done with members; those that need an address say so. */
const ACTIONS: Record<string, Action<void>> = {
  list: { run: list },
  invite: { needs: ['email'], run: invite },
  role: { needs: ['email'], run: changeRole },
  remove: { needs: ['email'], run: remove },
  'reset-password': { needs: ['email'], run: reset },
}

export default defineCommand({
  meta: { description: 'Who belongs to the organization: list them, invite somebody, give another role, remove, and reset a password' },
  args: {
    action: { type: 'positional', required: false, description: 'list (if nothing is said), invite, role, remove or reset-password' },
    email: { type: 'positional', required: false, description: 'Address of the person' },
    role: { type: 'string', valueHint: 'viewer|coder|analyst|manager|administrator', description: 'With invite and role: what the person may do' },
    days: { type: 'string', valueHint: 'number', description: 'With invite: how long the link leads in (default: 7)' },
    'second-factor': { type: 'boolean', description: 'With reset-password: also take away the second factor, for somebody who has lost it' },
    ...globalFlags,
  },
  run: ({ args }) => runAction(ACTIONS, args, { command: 'members' }),
})

async function list(context: Context, { json }: Given): Promise<void> {
  const members = await perform(listMembers, context, { limit: 200 })
  const invitations = await perform(listInvitations, context, { limit: 200 })
  if (json) printJson({ ...members, invitations: invitations.invitations })
  else printResult(membersText(members, invitations))
}

async function invite(context: Context, { email, role, days, json, ...flags }: Given): Promise<void> {
  const made = await performAsTyped(inviteMember, context, { email, role, days }, ['email'])
  const link = `${baseUrlOf(configOf(flags as unknown as GlobalFlags))}${made.path}`
  if (json) printJson({ ...made, link })
  else printResult(`Give this link to ${made.email}; it leads in once, until ${made.expiresAt}, and is not shown again:\n${link}`)
}

async function changeRole(context: Context, { email, role, json }: Given): Promise<void> {
  const changed = await performAsTyped(changeMemberRole, context, { id: await idOf(context, email), role })
  if (json) printJson(changed)
  else printResult(`${String(email)} is ${changed.role} now (was ${changed.was}).${endedTokens(changed)}`)
}

async function remove(context: Context, { email, json }: Given): Promise<void> {
  const removed = await perform(removeMember, context, { id: await idOf(context, email) })
  if (json) printJson(removed)
  else printResult(`${String(email)} does not belong to ${context.organization.slug} any more.${endedTokens(removed)}`)
}

async function reset({ database, now, origin }: Context, { email, json, ...flags }: Given): Promise<void> {
  const made = await resetPassword(database, { email: String(email), now, secondFactor: flags['second-factor'] === true, origin })
  if (json) printJson({ email: made.email, oneTimePassword: made.password, expiresAt: made.expiresAt.toISOString() })
  else printResult(`E-mail    ${made.email}\nPassword  ${made.password} (for once, until ${made.expiresAt.toISOString()}; it is not shown again)`)
}

const endedTokens = ({ tokensRevoked }: { tokensRevoked: number }) => (tokensRevoked === 0 ? '' : ` Tokens revoked: ${tokensRevoked}.`)

/** The id of a member, by address. Throws `not_found`. */
async function idOf(context: Context, email: unknown): Promise<string> {
  const wanted = String(email).toLowerCase()
  for (let page = 1, pages = 1; page <= pages; page++) {
    const { members, pagination } = await perform(listMembers, context, { limit: 200, page })
    const found = members.find((member) => member.email === wanted)
    if (found) return found.id
    pages = pagination.pages
  }
  throw new OverturnError('not_found', `Nobody with the address ${wanted} belongs to ${context.organization.slug}. "overturn members" shows who does.`)
}
