import { sql, type SQL } from 'drizzle-orm'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { verifyAudit } from '../../src/audit/verify.ts'
import { append } from '../../src/audit/write.ts'
import type { Context } from '../../src/context.ts'
import { perform } from '../../src/operation.ts'
import { newContext, useDatabase } from '../support/database.ts'
import { anyContent } from './events.ts'

const use = useDatabase()
const verify = (context: Context, kept = {}) => perform(verifyAudit, context, kept)

/** As the owner of the table, whom nothing stops: what the chain is for. */
const asOwner = async (statement: SQL) => void (await use.database.orm.execute(statement))

beforeAll(() => asOwner(sql`alter table audit_events no force row level security`))

async function chainOf(contents: readonly Parameters<typeof append>[1][]): Promise<Context> {
  const context = await newContext(use.database)
  for (const content of contents) await append(context.db, { ...content, organizationId: context.organization.id })
  return context
}
const anyChain = (minLength: number) =>
  fc.array(
    anyContent.map((content) => ({ ...content, organizationId: 0 })),
    { minLength, maxLength: 8 },
  )

/** What somebody could do to the row with number `n` of organization `o`. */
const tampering: Record<string, (o: number, n: number) => SQL> = {
  'says another person': (o, n) => sql`update audit_events set actor_id = actor_id || 'x' where organization_id = ${o} and number = ${n}`,
  'says another role': (o, n) => sql`update audit_events set role = role || 'x' where organization_id = ${o} and number = ${n}`,
  'says another operation': (o, n) => sql`update audit_events set operation = operation || 'x' where organization_id = ${o} and number = ${n}`,
  'says another outcome': (o, n) =>
    sql`update audit_events set outcome = case when outcome = 'done' then 'begun' else 'done' end where organization_id = ${o} and number = ${n}`,
  'says another moment': (o, n) => sql`update audit_events set at = at + interval '1 second' where organization_id = ${o} and number = ${n}`,
  'says another claim': (o, n) => sql`update audit_events set claim_ids = claim_ids || 'C-9'::text where organization_id = ${o} and number = ${n}`,
  'says something else of the input': (o, n) =>
    sql`update audit_events set about = about || '{"a field that no event has": 1}' where organization_id = ${o} and number = ${n}`,
  'comes from elsewhere': (o, n) => sql`update audit_events set channel = channel || 'x' where organization_id = ${o} and number = ${n}`,
  'has another address': (o, n) => sql`update audit_events set address = coalesce(address, '') || 'x' where organization_id = ${o} and number = ${n}`,
  'has another request': (o, n) => sql`update audit_events set request_id = coalesce(request_id, '') || 'x' where organization_id = ${o} and number = ${n}`,
  'follows something else': (o, n) => sql`update audit_events set previous_hash = md5(previous_hash) where organization_id = ${o} and number = ${n}`,
  'has another hash': (o, n) => sql`update audit_events set hash = md5(hash) where organization_id = ${o} and number = ${n}`,
  'changed places with the next': (o, n) => sql`update audit_events set number = -number where organization_id = ${o} and number in (${n}, ${n} + 1);`,
  'is gone': (o, n) => sql`delete from audit_events where organization_id = ${o} and number = ${n}`,
}

describe('the chain of an organization', () => {
  it('holds whatever was written, one after the other or at once, and is counted without a gap', async () => {
    await fc.assert(
      fc.asyncProperty(anyChain(0), async (contents) => {
        const context = await newContext(use.database)
        await Promise.all(contents.map((content) => append(context.db, { ...content, organizationId: context.organization.id })))
        const found = await verify(context)
        expect(found).toMatchObject({ intact: true, events: contents.length, broken: null })
      }),
      { numRuns: 25 },
    )
  }, 120_000)

  it.each(Object.keys(tampering))(
    'shows it when a row %s',
    async (what) => {
      await fc.assert(
        fc.asyncProperty(anyChain(2), fc.nat(), async (contents, place) => {
          const context = await chainOf(contents)
          const { id } = context.organization
          // The last row has no next to change places with, and nobody misses it: that is what a kept hash is for.
          const number = 1 + (place % (contents.length - 1))
          const kept = (await verify(context)).last!
          await asOwner(tampering[what]!(id, number))
          if (what.startsWith('changed places'))
            await asOwner(
              sql`update audit_events set number = case -number when ${number}::int8 then ${number} + 1 else ${number} end where organization_id = ${id} and number < 0`,
            )
          const found = await verify(context)
          expect(found).toMatchObject({ intact: false, events: number - 1, broken: { number } })
          expect((await verify(context, { number: kept.number, hash: kept.hash })).intact).toBe(false)
        }),
        { numRuns: 5 },
      )
    },
    120_000,
  )
})

describe('what was kept of an earlier check', () => {
  it('tells that the end was cut off', async () => {
    const context = await chainOf(fc.sample(anyChain(4), 1)[0]!)
    const kept = (await verify(context)).last!
    await asOwner(sql`delete from audit_events where organization_id = ${context.organization.id} and number = ${kept.number}`)
    expect((await verify(context)).intact).toBe(true)
    expect(await verify(context, { number: kept.number, hash: kept.hash })).toMatchObject({ intact: false, broken: { number: kept.number, why: 'missing' } })
  })

  it('tells that all of it was written again', async () => {
    const contents = fc.sample(anyChain(4), 1)[0]!
    const context = await chainOf(contents)
    const kept = (await verify(context)).last!
    await asOwner(sql`delete from audit_events where organization_id = ${context.organization.id}`)
    for (const content of contents) await append(context.db, { ...content, actorId: 'somebody else', organizationId: context.organization.id })
    expect((await verify(context)).intact).toBe(true)
    expect(await verify(context, { number: kept.number, hash: kept.hash })).toMatchObject({
      intact: false,
      broken: { number: kept.number, why: 'not_as_kept' },
    })
  })

  it('holds when nothing was changed, and later too', async () => {
    const context = await chainOf(fc.sample(anyChain(4), 1)[0]!)
    const kept = (await verify(context)).last!
    for (const content of fc.sample(anyContent, 3)) await append(context.db, { ...content, organizationId: context.organization.id })
    expect(await verify(context, { number: kept.number, hash: kept.hash })).toMatchObject({ intact: true, events: kept.number + 3 })
  })

  it('is number and hash together', async () => {
    const context = await newContext(use.database)
    await expect(verify(context, { number: 1 })).rejects.toThrow('hash: number and hash go together')
  })
})

describe('the application', () => {
  it.each(['update audit_events set actor_id = actor_id', 'delete from audit_events', 'truncate audit_events'])('may not: %s', async (statement) => {
    const context = await chainOf(fc.sample(anyChain(1), 1)[0]!)
    for (const db of [context.db, context.db.as('overturn_reader'), context.db.as('overturn_identifier')])
      await expect(db.run(sql.raw(statement))).rejects.toThrow(/permission denied/)
    expect((await verify(context)).intact).toBe(true)
  })
})
