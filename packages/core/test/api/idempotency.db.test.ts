import { sql } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { once } from '../../src/api/idempotency.ts'
import type { Context } from '../../src/context.ts'
import { OverturnError } from '../../src/errors.ts'
import { newContext, useDatabase } from '../support/database.ts'

const request = { operation: 'jobs.run', input: { job: 'refresh', of: [1, { b: 2, a: null }] } }

describe('once', () => {
  const use = useDatabase()
  let context: Context
  let done = 0
  beforeEach(async () => {
    context = await newContext(use.database)
    done = 0
  })

  const answer = () => Promise.resolve({ status: 200, body: `{"b":1,"a":[${++done}, "a\\u0000 ä"]}` })
  const keys = () => context.db.rows<{ key: string; status: number | null }>(sql`select key, status::int as status from idempotency_keys order by key`)
  const at = (hours: number): Context => ({ ...context, now: new Date(context.now.getTime() + hours * 3_600_000) })

  it('gives the same bytes again, whatever the order of the fields', async () => {
    const first = await once(context, 'k', request, answer)
    expect(first.isReplayed).toBe(false)
    const same = { operation: 'jobs.run', input: { of: [1, { a: null, b: 2 }], job: 'refresh' } }
    expect(await once(context, 'k', same, answer)).toEqual({ ...first, isReplayed: true })
    expect(done).toBe(1)
  })

  it.each([
    { operation: 'jobs.pause', input: request.input },
    { operation: 'jobs.run', input: {} },
    { operation: 'jobs.run', input: { ...request.input, of: [{ b: 2, a: null }, 1] } },
    { operation: 'jobs.run', input: { ...request.input, more: undefined, job: 'Refresh' } },
  ])('refuses the key for another request: %j', async (other) => {
    await once(context, 'k', request, answer)
    await expect(once(context, 'k', other, answer)).rejects.toMatchObject({ code: 'key_reused' })
    expect(done).toBe(1)
  })

  it('lets one of two at once do it, and tells the other', async () => {
    for (let round = 0; round < 5; round++) {
      let finish: () => void = () => undefined
      const held = new Promise<void>((resolve) => (finish = resolve))
      const work = async () => {
        await held
        return answer()
      }
      const both = [once(context, `k${round}`, request, work), once(context, `k${round}`, request, work)]
      const refused = await Promise.race(both).catch((error: unknown) => error)
      expect(refused).toMatchObject({ code: 'conflict', message: expect.stringContaining('at work') })
      finish()
      const settled = await Promise.allSettled(both)
      expect(settled.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
      expect(done).toBe(round + 1)
    }
  })

  it('keeps the keys of each actor and organization apart', async () => {
    await once(context, 'k', request, answer)
    const actor = { ...context, actor: { ...context.actor, id: 'somebody-else' } }
    expect(await once(actor, 'k', request, answer)).toMatchObject({ isReplayed: false })
    expect(await once(await newContext(use.database), 'k', request, answer)).toMatchObject({ isReplayed: false })
    expect(done).toBe(3)
  })

  it('forgets after a day, at the next write with a key', async () => {
    await once(context, 'old', request, answer)
    await once(at(12), 'young', request, answer)
    expect(await once(at(24), 'old', request, answer)).toMatchObject({ isReplayed: true })
    expect(await keys()).toMatchObject([{ key: 'old' }, { key: 'young' }])
    await once(at(24.1), 'new', request, answer)
    expect(await keys()).toMatchObject([{ key: 'new' }, { key: 'young' }])
    expect(await once(at(25), 'old', request, answer)).toMatchObject({ isReplayed: false })
  })

  it('frees the key when nothing was done', async () => {
    const refusing = () => Promise.reject(new OverturnError('conflict', 'not now'))
    await expect(once(context, 'k', request, refusing)).rejects.toThrow('not now')
    expect(await keys()).toEqual([])
    expect(await once(context, 'k', request, answer)).toMatchObject({ isReplayed: false })
  })

  it('keeps the key taken when nobody knows whether it was done', async () => {
    for (const [key, thrown] of [
      ['a', new TypeError('a bug')],
      ['b', new OverturnError('database_unavailable', 'gone')],
    ] as const) {
      await expect(once(context, key, request, () => Promise.reject(thrown))).rejects.toBe(thrown)
      await expect(once(context, key, request, answer)).rejects.toMatchObject({ code: 'conflict' })
    }
    expect(done).toBe(0)
  })

  it('keeps no secret, and says so', async () => {
    const secret = { ...request, isSecret: true }
    expect(await once(context, 'k', secret, answer)).toMatchObject({ body: expect.stringContaining('"a"') })
    await expect(once(context, 'k', secret, answer)).rejects.toMatchObject({ code: 'conflict', message: expect.stringContaining('secret') })
    expect(await context.db.rows(sql`select status::int as status, answer from idempotency_keys`)).toEqual([{ status: 200, answer: null }])
  })
})
