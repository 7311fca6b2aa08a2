import { Readable } from 'node:stream'
import { sql } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { exportAudit } from '../../src/audit/export.ts'
import { listAudit } from '../../src/audit/list.ts'
import { verifyAudit } from '../../src/audit/verify.ts'
import { getClaim } from '../../src/claims/get.ts'
import { listClaims } from '../../src/claims/list.ts'
import type { Context } from '../../src/context.ts'
import { importRecords } from '../../src/imports/run.ts'
import { runJob } from '../../src/jobs/run-job.ts'
import { computationJobs } from '../../src/jobs/table.ts'
import { jobTimes } from '../../src/jobs/times.ts'
import { recordLearningEvent } from '../../src/learning/record.ts'
import { listPatterns } from '../../src/patterns/list.ts'
import { refreshPatternsOperation } from '../../src/patterns/operations.ts'
import { perform } from '../../src/operation.ts'
import { insertClaims } from '../factories/claims.ts'
import { newContext, useDatabase } from '../support/database.ts'

const use = useDatabase()
let context: Context
const as = (role: Context['actor']['role'], id = role as string): Context => ({ ...context, actor: { id, role } })

beforeEach(async () => {
  context = { ...(await newContext(use.database)), origin: { channel: 'http', address: '192.0.2.7', requestId: 'r-1' } }
  await insertClaims(context, [
    { id: 'C-1', submitted: '2026-03-20', decided: '2026-03-25', outcome: 'denied' },
    { id: 'C-2', submitted: '2026-03-21', decided: '2026-03-25', outcome: 'denied' },
  ])
})

/** The trail as it is stored, oldest first. */
const trail = () =>
  context.db.rows<{ operation: string; outcome: string; actor_id: string; claim_ids: string[]; about: object }>(
    sql`select operation, outcome, actor_id, claim_ids, about from audit_events order by number`,
  )

describe('the audit trail', () => {
  it('has every look at claims, with who, when, which and from where', async () => {
    await perform(getClaim, as('coder', 'Casey'), { id: 'C-1' })
    await perform(listClaims, as('coder', 'Casey'), { controlNumber: 'an account', dateRange: 'all' })
    await perform(listClaims, as('viewer', 'Val'), { status: 'denied', dateRange: 'all', payer: 'P1' })
    const { events } = await perform(listAudit, as('administrator'), {})
    expect(events.map(({ number, actorId, role, operation, outcome }) => [number, actorId, role, operation, outcome])).toEqual([
      [3, 'Val', 'viewer', 'claims.list', 'done'],
      [2, 'Casey', 'coder', 'claims.list', 'done'],
      [1, 'Casey', 'coder', 'claims.get', 'done'],
    ])
    expect(events.map(({ claimIds }) => claimIds.toSorted())).toEqual([['C-1', 'C-2'], [], ['C-1']])
    expect(events[1]!.about).toMatchObject({ controlNumber: { length: 10 }, dateRange: 'all', page: 1 })
    expect(events[0]).toMatchObject({ channel: 'http', address: '192.0.2.7', requestId: 'r-1', about: { payer: 'P1' } })
    expect(Math.abs(Date.parse(events[0]!.at) - Date.now())).toBeLessThan(60_000)
  })

  it('has no look that showed no claim, and none that failed', async () => {
    await perform(listPatterns, as('viewer'), {})
    await expect(perform(getClaim, as('viewer'), { id: 'C-9' })).rejects.toThrow('no claim')
    await expect(perform(getClaim, as('viewer'), { id: '' })).rejects.toThrow('not valid')
    expect(await trail()).toEqual([])
  })

  it('gives no answer when the record cannot be written', async () => {
    const { database } = context
    let connections = 0
    const pool = { connect: () => (++connections > 0 ? Promise.reject(Object.assign(new Error('gone'), { code: 'ECONNREFUSED' })) : null) }
    const broken = { ...as('viewer'), database: { ...database, pool: pool as unknown as typeof database.pool } }
    await expect(perform(getClaim, broken, { id: 'C-1' })).rejects.toThrow('gone')
    expect(connections).toBe(1)
  })

  it('has a write before it begins, and what became of one that failed, without its words', async () => {
    await perform(recordLearningEvent, as('coder', 'Casey'), { type: 'claim-reviewed', claimId: 'C-1' })
    await expect(perform(recordLearningEvent, as('coder', 'Casey'), { type: 'claim-reviewed', claimId: 'Invented Person' })).rejects.toThrow('no claim')
    expect(await trail()).toEqual([
      { operation: 'learning.record', outcome: 'begun', actor_id: 'Casey', claim_ids: ['C-1'], about: { type: 'claim-reviewed', claimId: 'C-1' } },
      expect.objectContaining({ outcome: 'begun', about: { type: 'claim-reviewed', claimId: { length: 15 } } }),
      expect.objectContaining({ outcome: 'failed', about: { type: 'claim-reviewed', claimId: { length: 15 }, error: 'not_found' } }),
    ])
  })

  it('begins nothing when the beginning cannot be written', async () => {
    const { database } = context
    const pool = { connect: () => Promise.reject(new Error('gone')) }
    const broken = { ...as('coder'), database: { ...database, pool: pool as unknown as typeof database.pool } }
    await expect(perform(recordLearningEvent, broken, { type: 'claim-reviewed', claimId: 'C-1' })).rejects.toThrow('gone')
    expect(await context.db.rows(sql`select id from learning_events`)).toEqual([])
  })

  it('has refusals of people, and none of visitors', async () => {
    await expect(perform(refreshPatternsOperation, as('viewer', 'Val'), {})).rejects.toThrow('may not')
    await expect(perform(listClaims, as('viewer', 'Val'), { controlNumber: 'A-1' })).rejects.toThrow('does not see who patients are')
    await expect(perform(listClaims, as('anyone'), {})).rejects.toThrow('Sign in')
    expect(await trail()).toMatchObject([
      { operation: 'patterns.refresh', outcome: 'refused', actor_id: 'Val', about: {} },
      { operation: 'claims.list', outcome: 'refused', actor_id: 'Val', about: { controlNumber: { length: 3 } } },
    ])
  })

  it('has jobs, as what runs them', async () => {
    const job = computationJobs.find(({ name }) => name === 'patterns') ?? computationJobs[0]!
    const runner = { name: 'test', database: use.database, log: context.log, webhook: null, times: jobTimes }
    await runJob(runner, { organization: context.organization, actor: { id: 'schedule', role: 'administrator' } }, job, {
      trigger: 'schedule',
      requestId: null,
      attempt: 1,
    })
    const { events } = await perform(listAudit, context, {})
    expect(events).toMatchObject([{ operation: job.operation.name, outcome: 'begun', actorId: 'schedule', channel: 'job' }])
  })

  it('has imports, with what tells the file', async () => {
    const origin = { name: 'a name that may be a patient', path: '/a', format: 'x12-835', sha256: 'f'.repeat(64), bytes: 12 }
    const { importId } = await importRecords(context, origin, [])
    const lost = { ...origin, sha256: 'e'.repeat(64) }
    const broken = Readable.from(
      (function* () {
        yield []
        throw new Error('a person')
      })(),
    )
    await expect(importRecords(context, lost, broken)).rejects.toThrow('a person')
    const events = await trail()
    expect(events.map(({ operation, outcome }) => [operation, outcome])).toEqual([
      ['imports.run', 'begun'],
      ['imports.run', 'begun'],
      ['imports.run', 'failed'],
    ])
    expect(events[0]!.about).toEqual({ importId, sha256: origin.sha256, bytes: 12, format: 'x12-835' })
    expect(events[2]!.about).toMatchObject({ error: 'internal' })
    expect(JSON.stringify(events)).not.toContain('person')
  })

  it('says where it is from also when nobody said so', async () => {
    await perform(getClaim, { ...as('viewer'), origin: undefined as never }, { id: 'C-1' })
    expect((await perform(listAudit, context, {})).events).toMatchObject([{ channel: 'none', address: null, requestId: null }])
  })
})

describe('searching it', () => {
  beforeEach(async () => {
    await perform(getClaim, as('coder', 'Casey'), { id: 'C-1' })
    await perform(getClaim, as('coder', 'Robin'), { id: 'C-2' })
    await perform(recordLearningEvent, as('coder', 'Robin'), { type: 'claim-reviewed', claimId: 'C-2' })
  })
  const found = async (filter: object) => (await perform(listAudit, as('administrator', 'Ada'), filter)).events.map(({ number }) => number)

  it.each([
    ['who', { actor: 'Robin' }, [3, 2]],
    ['what', { operation: 'claims.get' }, [2, 1]],
    ['which claim', { claim: 'C-2' }, [3, 2]],
    ['how it went', { outcome: 'begun' }, [3]],
    ['page', { page: 2, limit: 2 }, [1]],
    ['nobody', { actor: 'Nobody' }, []],
    ['a day before', { to: '2020-01-01' }, []],
    ['all together', { actor: 'Robin', operation: 'claims.get', claim: 'C-2', outcome: 'done', from: '2020-01-01' }, [2]],
  ])('by %s', async (_by, filter, numbers) => {
    expect(await found(filter)).toEqual(numbers)
  })

  it('takes days as the organization has them, the last one included', async () => {
    await use.database.orm.execute(sql`alter table audit_events no force row level security`)
    await use.database.orm.execute(
      sql`update audit_events set at = '2026-01-01T00:00:00Z'::timestamptz - interval '1 minute' * number where organization_id = ${context.organization.id}`,
    )
    await use.database.orm.execute(sql`alter table audit_events force row level security`)
    expect(await found({ from: '2025-12-31', to: '2025-12-31' })).toEqual([3, 2, 1])
    context = { ...context, organization: { ...context.organization, timeZone: 'Asia/Tokyo' } }
    expect(await found({ from: '2025-12-31', to: '2025-12-31' })).toEqual([])
    expect(await found({ from: '2026-01-01', to: '2026-01-01' })).toEqual([4, 3, 2, 1].slice(1))
  })

  it('counts, and is on record itself', async () => {
    const { pagination } = await perform(listAudit, as('administrator', 'Ada'), { limit: 1 })
    expect(pagination).toEqual({ total: 3, page: 1, limit: 1, pages: 3 })
    expect(await perform(listAudit, as('administrator'), { actor: 'Ada' })).toMatchObject({
      events: [{ operation: 'audit.list', outcome: 'done', claimIds: [] }],
      pagination: { total: 1 },
    })
  })

  it('gives it as a table and as lines, whole and with its hashes', async () => {
    const csv = await perform(exportAudit, context, { operation: 'claims.get' })
    expect(csv).toMatchObject({ format: 'csv', rows: 2, next: null })
    const [head, first] = csv.content.split('\n')
    expect(head).toBe('organizationId,number,at,actorId,role,operation,outcome,claimIds,about,channel,address,requestId,previousHash,hash')
    expect(first).toContain(`${context.organization.id},1,`)
    const lines = (await perform(exportAudit, context, { format: 'ndjson' })).content
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(lines.map(({ number }) => number)).toEqual([1, 2, 3, 4])
    const { last } = await perform(verifyAudit, context, { number: 4, hash: lines[3].hash })
    // The export itself is the fifth.
    expect(last).toMatchObject({ number: 5 })
    expect(lines[3]).toMatchObject({ operation: 'audit.export', previousHash: lines[2].hash })
  })

  it('gives it in parts', async () => {
    const rest = await perform(exportAudit, context, { after: 2, format: 'csv' })
    expect(rest.rows).toBe(1)
    expect(rest.content.split('\n')[0]).toContain(',3,')
  })
})
