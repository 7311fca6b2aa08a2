import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { listAudit } from '../../src/audit/list.ts'
import type { Context } from '../../src/context.ts'
import { listInvitations } from '../../src/identity/invitations/list.ts'
import { revokeInvitation } from '../../src/identity/invitations/revoke.ts'
import { acceptInvitation, readInvitation } from '../../src/identity/invitations/accept.ts'
import { changeMemberRole } from '../../src/identity/members/change-role.ts'
import { inviteMember } from '../../src/identity/members/invite.ts'
import { listMembers } from '../../src/identity/members/list.ts'
import { removeMember } from '../../src/identity/members/remove.ts'
import { resetPassword } from '../../src/identity/reset-password.ts'
import { getSession } from '../../src/identity/session-get.ts'
import { createToken } from '../../src/identity/tokens/create.ts'
import { listTokens } from '../../src/identity/tokens/list.ts'
import { perform } from '../../src/operation.ts'
import { ensureOrganization } from '../../src/organizations.ts'
import { newContext, useDatabase } from '../support/database.ts'
import { addPerson, PASSWORD } from './support.ts'

const use = useDatabase()
let context: Context
beforeEach(async () => {
  context = await newContext(use.database)
})
const later = (days: number): Context => ({ ...context, now: new Date(context.now.getTime() + days * 86_400_000) })
const as = (id: string, role: 'viewer' | 'administrator' = 'administrator'): Context => ({ ...context, actor: { id, role } })
const secretOf = ({ path }: { path: string }) => path.split('#')[1]!
const idOf = async (email: string) => (await use.database.pool.query<{ id: string }>('select id from users where email = $1', [email])).rows[0]?.id
const newEmail = () => `${randomUUID().slice(0, 8)}@practice.example`
const invite = (email: string, role = 'coder', by = 'cli') => perform(inviteMember, as(by), { email, role })

describe('members', () => {
  it('are listed with their roles, those of this organization only', async () => {
    const { id, email } = await addPerson(context, 'analyst')
    await addPerson(await newContext(use.database), 'administrator')
    const { members, pagination } = await perform(listMembers, context, {})
    expect(members).toEqual([
      { id, email, name: expect.any(String), role: 'analyst', secondFactor: false, addedAt: expect.stringMatching(/^\d{4}-.*Z$/), addedBy: null },
    ])
    expect(pagination.total).toBe(1)
  })

  it('get another role, and lose the tokens that may more', async () => {
    await addPerson(context, 'administrator')
    const { id } = await addPerson(context, 'administrator')
    for (const role of ['viewer', 'manager', 'administrator']) await perform(createToken, as(id), { name: role, role })
    expect(await perform(changeMemberRole, context, { id, role: 'manager' })).toEqual({ id, role: 'manager', was: 'administrator', tokensRevoked: 1 })
    expect((await perform(listTokens, context, {})).tokens.map(({ name }) => name).sort()).toEqual(['manager', 'viewer'])
    expect(await perform(removeMember, context, { id })).toEqual({ id, was: 'manager', tokensRevoked: 2 })
    expect((await perform(listMembers, context, {})).members).toHaveLength(1)
  })

  it('keep an administrator, also when the last two step down at once', async () => {
    const [one, other] = [await addPerson(context, 'administrator'), await addPerson(context, 'administrator')]
    const steps = await Promise.allSettled([
      perform(changeMemberRole, context, { id: one.id, role: 'viewer' }),
      perform(removeMember, context, { id: other.id }),
    ])
    expect(steps.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const { members } = await perform(listMembers, context, {})
    const [left] = members.filter(({ role }) => role === 'administrator')
    for (const step of [() => perform(removeMember, context, { id: left!.id }), () => perform(changeMemberRole, context, { id: left!.id, role: 'manager' })])
      await expect(step()).rejects.toMatchObject({ code: 'conflict', message: expect.stringContaining('last administrator') })
    expect(await perform(changeMemberRole, context, { id: left!.id, role: 'administrator' })).toMatchObject({ was: 'administrator' })
  })

  it('leave freely where there is no administrator', async () => {
    const { id } = await addPerson(context, 'viewer')
    expect(await perform(removeMember, context, { id })).toMatchObject({ was: 'viewer' })
  })

  it('of another organization are unknown here', async () => {
    await addPerson(context, 'administrator')
    const stranger = await addPerson(await newContext(use.database), 'administrator')
    for (const step of [
      () => perform(removeMember, context, { id: stranger.id }),
      () => perform(changeMemberRole, context, { id: stranger.id, role: 'viewer' }),
    ])
      await expect(step()).rejects.toMatchObject({ code: 'not_found' })
  })
})

describe('an invitation', () => {
  it('lets somebody in once, as what it says, and leaves no secret behind', async () => {
    const email = newEmail()
    const invitation = await invite(email.toUpperCase())
    expect(invitation).toMatchObject({ email, role: 'coder', path: expect.stringMatching(/^\/join#[\w-]{43}$/) })
    const secret = secretOf(invitation)
    const { rows } = await use.database.pool.query<{ kept: string }>('select i::text as kept from invitations i')
    expect(rows.some(({ kept }) => kept.includes(secret))).toBe(false)

    expect(await readInvitation(use.database, secret, context.now)).toEqual({ organization: 'Test Practice', email, role: 'coder', hasAccount: false })
    const newcomer = { name: 'New Person', password: PASSWORD }
    const origin = { channel: 'http' as const, address: '192.0.2.7', requestId: null }
    expect(await acceptInvitation(use.database, secret, newcomer, context.now, origin)).toEqual({ organization: context.organization.slug, email })
    await expect(acceptInvitation(use.database, secret, newcomer, context.now)).rejects.toMatchObject({ code: 'not_found' })
    expect((await perform(listMembers, context, {})).members).toMatchObject([{ email, name: 'New Person', role: 'coder', addedBy: 'cli' }])
    await expect(invite(email)).rejects.toMatchObject({ code: 'conflict' })
    const { events } = await perform(listAudit, context, { operation: 'members.join' })
    const about = { email, role: 'coder', invitedBy: 'cli' }
    expect(events).toMatchObject([{ actorId: await idOf(email), role: 'coder', outcome: 'done', channel: 'http', address: '192.0.2.7', about }])
    expect((await perform(listAudit, context, { operation: 'members.invite', outcome: 'begun' })).events).toMatchObject([
      { about: { email } },
      { about: { email } },
    ])
    expect((await perform(listInvitations, context, {})).invitations).toEqual([])
    expect((await perform(listInvitations, context, { state: 'all' })).invitations).toMatchObject([{ id: invitation.id, state: 'accepted', invitedBy: 'cli' }])
  })

  it('joins an account that is there, for its owner only', async () => {
    const elsewhere = await newContext(use.database)
    const [person, somebody] = [await addPerson(elsewhere, 'viewer'), await addPerson(elsewhere, 'viewer')]
    const secret = secretOf(await invite(person.email, 'manager'))
    expect(await readInvitation(use.database, secret, context.now)).toMatchObject({ hasAccount: true })
    await expect(acceptInvitation(use.database, secret, { name: 'Thief', password: PASSWORD }, context.now)).rejects.toMatchObject({ code: 'conflict' })
    await expect(acceptInvitation(use.database, secret, { userId: somebody.id }, context.now)).rejects.toMatchObject({ code: 'forbidden' })
    await acceptInvitation(use.database, secret, { userId: person.id }, context.now)
    expect((await perform(listMembers, context, {})).members).toMatchObject([{ id: person.id, role: 'manager' }])
  })

  it.each([
    ['leaves', (id: string) => perform(removeMember, context, { id })],
    ['steps down', (id: string) => perform(changeMemberRole, context, { id, role: 'manager' })],
  ])('ends when whoever made it %s', async (_how, step) => {
    const [stays, goes] = [await addPerson(context, 'administrator'), await addPerson(context, 'administrator')]
    const [kept, ended] = [await invite(newEmail(), 'coder', stays.id), await invite(newEmail(), 'administrator', goes.id)]
    await perform(changeMemberRole, context, { id: goes.id, role: 'administrator' })
    expect(await readInvitation(use.database, secretOf(ended), context.now)).toMatchObject({ role: 'administrator' })
    await step(goes.id)
    expect((await perform(listInvitations, context, {})).invitations).toMatchObject([{ id: kept.id }])
    expect((await perform(listInvitations, context, { state: 'revoked' })).invitations).toMatchObject([{ id: ended.id }])
    expect(await readInvitation(use.database, secretOf(kept), context.now)).toMatchObject({ role: 'coder' })
  })

  it('is none of somebody who is no administrator, even where it is not revoked', async () => {
    const { id } = await addPerson(context, 'manager')
    const secret = secretOf(await invite(newEmail(), 'administrator', id))
    await expect(readInvitation(use.database, secret, context.now)).rejects.toMatchObject({ code: 'not_found' })
    await expect(acceptInvitation(use.database, secret, { name: 'Somebody', password: PASSWORD }, context.now)).rejects.toMatchObject({ code: 'not_found' })
  })

  it('leads nowhere once it is revoked, replaced or too old', async () => {
    const email = newEmail()
    const first = await invite(email)
    const second = await invite(email)
    await expect(readInvitation(use.database, secretOf(first), context.now)).rejects.toMatchObject({ code: 'not_found' })
    await expect(readInvitation(use.database, secretOf(second), later(8).now)).rejects.toMatchObject({ code: 'not_found' })
    expect((await perform(listInvitations, later(8), { state: 'expired' })).invitations).toMatchObject([{ id: second.id }])
    expect(await perform(revokeInvitation, context, { id: second.id })).toEqual({ id: second.id, revokedAt: context.now.toISOString() })
    await expect(readInvitation(use.database, secretOf(second), context.now)).rejects.toMatchObject({ code: 'not_found' })
    await expect(perform(revokeInvitation, context, { id: 'none' })).rejects.toMatchObject({ code: 'not_found' })
    expect((await perform(listInvitations, context, { state: 'revoked' })).pagination.total).toBe(2)
  })
})

describe('a reset of a password', () => {
  it('is on record in every organization of the person', async () => {
    const { id, email } = await addPerson(context, 'viewer')
    const other = await newContext(use.database)
    await use.database.pool.query(`insert into members (organization_id, user_id, role) values ($1, $2, 'manager')`, [other.organization.id, id])
    await resetPassword(use.database, { email, now: context.now, secondFactor: true })
    for (const one of [context, other])
      expect((await perform(listAudit, one, { operation: 'members.resetPassword' })).events).toMatchObject([
        { actorId: 'cli', channel: 'cli', outcome: 'done', about: { id, secondFactor: true } },
      ])
  })
})

describe('who is asking', () => {
  it('is a person, with all organizations and what the role may here', async () => {
    const { id, email } = await addPerson(context, 'viewer')
    const other = await newContext(use.database)
    await use.database.pool.query(`insert into members (organization_id, user_id, role) values ($1, $2, 'manager')`, [other.organization.id, id])
    const session = await perform(getSession, as(id, 'viewer'), {})
    expect(session).toMatchObject({
      person: { id, email, secondFactor: false },
      role: 'viewer',
      organization: { slug: context.organization.slug },
      mayIdentify: false,
    })
    expect(session.organizations.map(({ slug, role }) => [slug, role])).toEqual([
      [context.organization.slug, 'viewer'],
      [other.organization.slug, 'manager'],
    ])
    expect(session.operations).toContain('claims.list')
    expect(session.operations).not.toContain('members.list')
  })

  it('is a program, with what its token is for', async () => {
    const actor = { id: 'token:1', role: 'administrator', scopes: ['session.read', 'members.read'] } as const
    const session = await perform(getSession, { ...context, actor }, {})
    expect(session).toMatchObject({ person: null, organizations: [{ slug: context.organization.slug, role: 'administrator' }] })
    expect(session.operations).toEqual(['session.get', 'members.list'])
  })
})

describe('the first practice', () => {
  it('is administered by those of the demonstration; later ones are not', async () => {
    await use.database.pool.query('truncate organizations cascade')
    const made = (slug: string, isDemo = false) => ensureOrganization(use.database, { slug, name: slug, timeZone: 'UTC', isDemo })
    const demo = { ...context, organization: await made('demo', true) }
    const administrator = await addPerson(demo, 'administrator')
    await addPerson(demo, 'manager')
    const ids = [await made('first'), await made('second'), await made('first')].map(({ id }) => id)
    const { rows } = await use.database.pool.query('select organization_id as id, user_id as "userId", role from members where organization_id = any ($1)', [
      ids,
    ])
    expect(rows).toEqual([{ id: ids[0], userId: administrator.id, role: 'administrator' }])
  })
})
