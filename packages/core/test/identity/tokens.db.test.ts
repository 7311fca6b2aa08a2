import { beforeEach, describe, expect, it } from 'vitest'
import type { Context } from '../../src/context.ts'
import { listClaims } from '../../src/claims/list.ts'
import { listMembers } from '../../src/identity/members/list.ts'
import { actorIn, recognizeToken } from '../../src/identity/recognize.ts'
import { createToken } from '../../src/identity/tokens/create.ts'
import { listTokens } from '../../src/identity/tokens/list.ts'
import { revokeToken } from '../../src/identity/tokens/revoke.ts'
import { perform } from '../../src/operation.ts'
import { newContext, useDatabase } from '../support/database.ts'
import { addPerson } from './support.ts'

const use = useDatabase()
let context: Context
beforeEach(async () => {
  context = await newContext(use.database)
})
const after = (seconds: number) => new Date(context.now.getTime() + seconds * 1000)
const make = (input: object) => perform(createToken, { ...context, actor: { id: 'cli', role: 'administrator' } }, input)
const recognized = (token: string, now = context.now) => recognizeToken(use.database, token, now)

describe('a token', () => {
  it('is said once, and stands for its role in its organization', async () => {
    const made = await make({ name: 'billing export', role: 'coder', scopes: ['claims.read', 'claims.read'] })
    expect(made).toMatchObject({ token: expect.stringMatching(/^ovt_[\w-]{43}$/), scopes: ['claims.read'], expiresAt: '2026-06-29T12:00:00.000Z' })
    const visitor = (await recognized(made.token))!
    expect(visitor).toMatchObject({ kind: 'token', id: made.id, memberships: [{ slug: context.organization.slug, role: 'coder' }] })
    const asToken = { ...context, actor: actorIn(visitor, visitor.memberships[0]!) }
    expect(asToken.actor).toEqual({ id: `token:${made.id}`, role: 'coder', scopes: ['claims.read'] })
    await expect(perform(listClaims, asToken, {})).resolves.toMatchObject({ claims: [] })
    await expect(perform(listMembers, asToken, {})).rejects.toMatchObject({ code: 'forbidden' })
    const { rows } = await use.database.pool.query<{ kept: string }>('select t::text as kept from api_tokens t')
    expect(rows.some(({ kept }) => kept.includes(made.token))).toBe(false)
    expect(JSON.stringify(await perform(listTokens, context, {}))).not.toContain(made.token)
  })

  it('ends when it is revoked, and by itself', async () => {
    const made = await make({ name: 'short', days: 1 })
    expect(await recognized(made.token, after(86_399))).not.toBeNull()
    expect(await recognized(made.token, after(86_400))).toBeNull()
    await perform(revokeToken, context, { id: made.id })
    expect(await recognized(made.token)).toBeNull()
    expect((await perform(listTokens, context, {})).tokens).toEqual([])
    expect((await perform(listTokens, context, { state: 'all' })).tokens).toMatchObject([{ id: made.id, revokedAt: context.now.toISOString() }])
    await expect(perform(revokeToken, context, { id: 'none' })).rejects.toMatchObject({ code: 'not_found' })
  })

  it('works while its maker is there and may what it may', async () => {
    const { id } = await addPerson(context, 'manager')
    const tokenOf = async (role: string) => (await perform(createToken, { ...context, actor: { id, role: 'administrator' } }, { name: role, role })).token
    const tokens = [await tokenOf('viewer'), await tokenOf('manager'), await tokenOf('administrator')]
    const work = async () => Promise.all(tokens.map(async (token) => (await recognized(token)) !== null))
    expect(await work()).toEqual([true, true, false])
    await use.database.pool.query(`update members set role = 'coder' where organization_id = $1 and user_id = $2`, [context.organization.id, id])
    expect(await work()).toEqual([true, false, false])
    // A seat somewhere else is none here.
    await use.database.pool.query('update members set organization_id = $3, role = $4 where organization_id = $1 and user_id = $2', [
      context.organization.id,
      id,
      (await newContext(use.database)).organization.id,
      'administrator',
    ])
    expect(await work()).toEqual([false, false, false])
  })

  it('is none where it is nothing of ours', async () => {
    for (const wrong of ['', 'ovt_', "ovt_' or true --", 'x'.repeat(5_000)]) expect(await recognized(wrong)).toBeNull()
  })

  it('says to the minute when it was last used', async () => {
    const { id, token } = await make({ name: 'used' })
    const lastUsed = async () => (await perform(listTokens, context, {})).tokens.find((one) => one.id === id)!.lastUsedAt
    const uses: (string | null)[] = [await lastUsed()]
    for (const seconds of [0, 59, 61]) {
      await recognized(token, after(seconds))
      uses.push(await lastUsed())
    }
    expect(uses).toEqual([null, after(0).toISOString(), after(0).toISOString(), after(61).toISOString()])
  })

  it.each([
    [{ role: 'network_analyst' }, 'invalid_input'],
    [{ scopes: ['claims.delete'] }, 'invalid_input'],
    [{ scopes: [] }, 'invalid_input'],
    [{ days: 366 }, 'invalid_input'],
  ])('is not made with %j', async (wrong, code) => {
    await expect(perform(createToken, context, { name: 'wrong', ...wrong })).rejects.toMatchObject({ code })
  })

  it('makes no tokens', async () => {
    const actor = { id: 'token:1', role: 'administrator', scopes: ['*'] } as const
    await expect(perform(createToken, { ...context, actor }, { name: 'more' })).rejects.toMatchObject({ code: 'forbidden' })
  })
})
