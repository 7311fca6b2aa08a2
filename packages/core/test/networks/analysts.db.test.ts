import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { NETWORK_ANALYST } from '../../src/access/roles.ts'
import { verifyAudit } from '../../src/audit/verify.ts'
import { listClaims } from '../../src/claims/list.ts'
import type { Context } from '../../src/context.ts'
import { acceptInvitation, readInvitation } from '../../src/identity/invitations/accept.ts'
import { recognizeSession, tokenOfCookie, type Visitor } from '../../src/identity/recognize.ts'
import { getSession } from '../../src/identity/session-get.ts'
import { networkContext } from '../../src/networks/acting.ts'
import { networkDenials } from '../../src/networks/denials.ts'
import { inviteAnalyst } from '../../src/networks/invitations.ts'
import { addAnalyst, addPractice, createNetwork } from '../../src/networks/keep.ts'
import { perform } from '../../src/operation.ts'
import { addPerson, authOf, browserOf, PASSWORD, SECRET } from '../identity/support.ts'
import { newContext, useDatabase } from '../support/database.ts'

const use = useDatabase()
let one: Context
let two: Context
let outside: Context
const now = new Date()
const later = (days: number) => new Date(now.getTime() + days * 86_400_000)

beforeAll(async () => {
  ;[one, two, outside] = [await newContext(use.database), await newContext(use.database), await newContext(use.database)]
  await createNetwork(use.database, 'valley', 'The Valley')
  for (const { organization } of [one, two]) await addPractice(use.database, 'valley', organization.slug)
  await createNetwork(use.database, 'coast', 'The Coast')
  await addPractice(use.database, 'coast', outside.organization.slug)
})

const secretOf = ({ path }: { path: string }) => path.split('#')[1]!
const invited = async (email: string) => secretOf(await inviteAnalyst(use.database, 'valley', email, now))

/** Somebody who has come by a link and has signed in. */
async function analyst(email: string): Promise<Extract<Visitor, { kind: 'person' }>> {
  await acceptInvitation(use.database, await invited(email), { name: 'An Analyst', password: PASSWORD }, now)
  return signedIn(email)
}

async function signedIn(email: string): Promise<Extract<Visitor, { kind: 'person' }>> {
  const browser = browserOf(authOf(use.database))
  expect((await browser.post('/sign-in/email', { email, password: PASSWORD })).status).toBe(200)
  const token = tokenOfCookie(decodeURIComponent(browser.cookies.get('overturn.session_token')!), SECRET)!
  const visitor = await recognizeSession(use.database, token, new Date())
  if (visitor?.kind !== 'person') throw new Error('nobody has signed in')
  return visitor
}

const trailOf = ({ db, organization }: Context, actor: string) =>
  db.rows<object>(sql`
    select operation, outcome, role, about from audit_events where organization_id = ${organization.id} and actor_id = ${actor} order by number`)

describe('somebody who is invited to a network', () => {
  it('comes by a link that leads in once, signs in without a seat, and sees the networks of theirs alone', async () => {
    const secret = await invited('Nora@Network.example')
    const offer = { organization: 'The Valley', email: 'nora@network.example', role: NETWORK_ANALYST, hasAccount: false }
    expect(await readInvitation(use.database, secret, now)).toEqual(offer)
    const joined = await acceptInvitation(use.database, secret, { name: 'Nora', password: PASSWORD }, now)
    expect(joined).toEqual({ organization: null, email: 'nora@network.example' })
    await expect(readInvitation(use.database, secret, now)).rejects.toMatchObject({ code: 'not_found' })
    expect(await signedIn('nora@network.example')).toMatchObject({ memberships: [], networks: [{ slug: 'valley', name: 'The Valley' }] })
  })

  it('finds the link closed after a week, and when another one was made', async () => {
    const first = await invited('lea@network.example')
    const second = await invited('lea@network.example')
    await expect(readInvitation(use.database, first, now)).rejects.toMatchObject({ code: 'not_found' })
    await expect(acceptInvitation(use.database, second, { name: 'Lea', password: PASSWORD }, later(8))).rejects.toMatchObject({ code: 'not_found' })
  })

  it('takes it as the person who has the address already, and nobody else does', async () => {
    const known = await addPerson(one, 'viewer')
    const other = await addPerson(one, 'viewer')
    const secret = await invited(known.email)
    expect(await readInvitation(use.database, secret, now)).toMatchObject({ hasAccount: true })
    await expect(acceptInvitation(use.database, secret, { name: 'X', password: PASSWORD }, now)).rejects.toMatchObject({ code: 'conflict' })
    await expect(acceptInvitation(use.database, secret, { userId: other.id }, now)).rejects.toMatchObject({ code: 'forbidden' })
    await acceptInvitation(use.database, secret, { userId: known.id }, now)
    expect(await signedIn(known.email)).toMatchObject({ memberships: [{ role: 'viewer' }], networks: [{ slug: 'valley' }] })
    await expect(invited(known.email)).rejects.toMatchObject({ code: 'conflict' })
  })

  it('may come in to take it, also without a seat, and not without an offer', async () => {
    const { email } = await addPerson(one, null)
    const signIn = async () => (await browserOf(authOf(use.database)).post('/sign-in/email', { email, password: PASSWORD })).status
    expect(await signIn()).not.toBe(200)
    await invited(email)
    expect(await signIn()).toBe(200)
  })

  it.each([
    ['nowhere', 'ann@network.example', 'not_found'],
    ['valley', 'no address', 'invalid_input'],
  ])('is not invited to %s as %s', async (slug, email, code) => {
    await expect(inviteAnalyst(use.database, slug, email, now)).rejects.toMatchObject({ code })
  })
})

describe('an analyst of a network', () => {
  const contextOf = (visitor: Visitor, operation: string) =>
    networkContext(visitor, operation, { database: use.database, now, log: one.log, origin: { channel: 'http', address: '192.0.2.7', requestId: 'r' } })

  it('who looks or is refused is on record with every practice of the network, and with no other', async () => {
    const visitor = await analyst('mia@network.example')
    await perform(networkDenials, contextOf(visitor, 'networks.denials')!, { network: 'valley', months: 3 })
    await expect(perform(listClaims, contextOf(visitor, 'claims.list')!, {})).rejects.toMatchObject({ code: 'forbidden' })
    for (const practice of [one, two]) {
      expect(await trailOf(practice, visitor.userId)).toEqual([
        { operation: 'networks.join', outcome: 'done', role: NETWORK_ANALYST, about: { network: 'valley', email: 'mia@network.example' } },
        { operation: 'networks.denials', outcome: 'done', role: NETWORK_ANALYST, about: { network: 'valley', months: 3 } },
        { operation: 'claims.list', outcome: 'refused', role: NETWORK_ANALYST, about: {} },
      ])
      expect(await perform(verifyAudit, practice, {})).toMatchObject({ intact: true })
    }
    expect(await trailOf(outside, visitor.userId)).toEqual([])
  })

  it('of two networks leaves a look at one with the practices of that one', async () => {
    const visitor = await analyst('ida@network.example')
    await addAnalyst(use.database, 'coast', 'ida@network.example')
    const both = { ...visitor, networks: [...visitor.networks, { slug: 'coast', name: 'The Coast' }] }
    await perform(networkDenials, contextOf(both, 'networks.denials')!, { network: 'valley' })
    expect(await trailOf(one, visitor.userId)).toHaveLength(2)
    expect(await trailOf(outside, visitor.userId)).toEqual([])
  })

  it('hears who they are, without an organization', async () => {
    const visitor = await analyst('eva@network.example')
    const session = await perform(getSession, contextOf(visitor, 'session.get')!, {})
    expect(session).toMatchObject({ person: { name: 'An Analyst', hasPassword: true }, role: NETWORK_ANALYST, organization: null, organizations: [] })
    expect(session).toMatchObject({ networks: [{ slug: 'valley' }], operations: ['networks.denials', 'session.get'], mayIdentify: false })
  })

  it('who has a seat too acts from the seat in everything else', async () => {
    const { email } = await addPerson(one, 'coder')
    await addAnalyst(use.database, 'valley', email)
    const visitor = await signedIn(email)
    expect(contextOf(visitor, 'claims.list')).toBeNull()
    expect(contextOf(visitor, 'networks.denials')).toMatchObject({ actor: { role: NETWORK_ANALYST }, organization: { id: 0 } })
    expect(contextOf({ ...visitor, networks: [] }, 'networks.denials')).toBeNull()
  })
})
