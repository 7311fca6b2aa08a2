import type { z } from 'zod'
import type { listInvitations } from '@overturn/core/identity/invitations/list'
import type { listMembers } from '@overturn/core/identity/members/list'
import type { listTokens } from '@overturn/core/identity/tokens/list'
import { pageLine, table, text, type Column } from './format.ts'

type Members = z.output<typeof listMembers.output>
type Invitations = z.output<typeof listInvitations.output>
type Tokens = z.output<typeof listTokens.output>

const day = (moment: string | null) => text(moment?.slice(0, 10) ?? null)

export function membersText({ members, pagination }: Members, { invitations }: Invitations): string {
  const seats: Column<Members['members'][number]>[] = [
    { title: 'E-mail', value: ({ email }) => email },
    { title: 'Name', value: ({ name }) => name },
    { title: 'Role', value: ({ role }) => role },
    { title: 'Second factor', value: ({ secondFactor }) => (secondFactor ? 'yes' : 'no') },
    { title: 'Since', value: ({ addedAt }) => day(addedAt) },
    { title: 'Id', value: ({ id }) => id },
  ]
  const offers: Column<Invitations['invitations'][number]>[] = [
    { title: 'Invited', value: ({ email }) => email },
    { title: 'Role', value: ({ role }) => role },
    { title: 'Until', value: ({ expiresAt }) => day(expiresAt) },
  ]
  const here = members.length === 0 ? 'Nobody belongs to this organization yet.' : `${table(members, seats)}\n\n${pageLine(pagination)}`
  return invitations.length === 0 ? here : `${here}\n\n${table(invitations, offers)}`
}

export function tokensText({ tokens, pagination }: Tokens): string {
  const columns: Column<Tokens['tokens'][number]>[] = [
    { title: 'Id', value: ({ id }) => id },
    { title: 'Name', value: ({ name }) => name },
    { title: 'Role', value: ({ role }) => role },
    { title: 'Scopes', value: ({ scopes }) => scopes.join(' ') },
    { title: 'Until', value: ({ expiresAt, revokedAt }) => (revokedAt === null ? day(expiresAt) : 'revoked') },
    { title: 'Last used', value: ({ lastUsedAt }) => day(lastUsedAt) },
  ]
  return tokens.length === 0 ? 'There is no token.' : `${table(tokens, columns)}\n\n${pageLine(pagination)}`
}
