import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import type { Context } from '../../src/context.ts'
import { tenantDatabase } from '../../src/db/tenant.ts'
import type { ImportOrigin } from '../../src/imports/lifecycle.ts'
import { recoverImports, removeImport } from '../../src/imports/recover.ts'
import { importRecords, type ImportEvent } from '../../src/imports/run.ts'
import { REFRESH } from '../../src/jobs/data-jobs.ts'
import { generateGroup } from '../../src/synthetic/group.ts'
import { useWorkers, waitingRequests } from '../jobs/support.ts'
import { newContext, useDatabase } from '../support/database.ts'

const origin: ImportOrigin = { name: 'group', path: 'group', format: 'synthetic', sha256: 'group', bytes: 0 }
const records = (seed = 3) => generateGroup({ seed, claims: 150, asOf: '2026-03-31' }).records()

/** Does something at the first event of a phase. */
function at(phase: string, act: () => unknown): (event: ImportEvent) => void {
  let done = false
  return (event) => {
    if (done || event.type !== 'progress' || event.phase !== phase) return
    done = true
    act()
  }
}
const fail = () => {
  throw new Error('the connection is lost')
}

describe('the life of an import', () => {
  const use = useDatabase()
  const statusOf = async ({ db }: Context) =>
    (await db.rows<{ status: string; writer: string }>(sql`select status, writer from imports order by id`)).map(({ status }) => status)
  const claimsOf = async ({ db }: Context) => (await db.rows(sql`select id from claims`)).length

  it('never removes a file that is visible: what is left is finished by the next one, and asked to be computed', async () => {
    const workers = useWorkers()
    await workers.start(use.database, { jobs: [] })
    await workers.stopAll()
    const context = await newContext(use.database)
    await expect(importRecords(context, origin, records(), at('publishing', fail))).rejects.toThrow('the connection is lost')
    expect(await statusOf(context)).toEqual(['publishing'])
    expect(await claimsOf(context)).toBe(150)
    const id = (await context.db.row<{ id: number }>(sql`select id from imports`))!.id
    expect(await removeImport(tenantDatabase(use.database, context.organization.id, id), id, 'never mind')).toBe(false)
    expect(await recoverImports(context)).toEqual({ removed: [], finished: ['group'] })
    expect(await waitingRequests(context, REFRESH)).toBe(1)
    expect(await statusOf(context)).toEqual(['complete'])
    expect(await context.db.rows(sql`select seq from staging_records`)).toEqual([])
    const unmarked = await context.db.rows(sql`
      select id from claims c where not exists (select from service_days_to_recompute d where d.date_basis = 'submission' and d.day = c.submission_date)`)
    expect(unmarked).toEqual([])
    expect(await importRecords(context, origin, records())).toMatchObject({ outcome: 'unchanged', claimPayments: expect.any(Number) })
  })

  it('stops when another process has taken it over, and can be imported again', async () => {
    const context = await newContext(use.database)
    let removal: Promise<boolean> | undefined
    const take = at('merging', () => {
      removal = context.db
        .row<{ id: number }>(sql`select id from imports`)
        .then((open) => removeImport(tenantDatabase(use.database, context.organization.id, open!.id), open!.id, 'silent for a minute'))
    })
    await expect(importRecords(context, origin, generateGroup({ seed: 3, claims: 3_000, asOf: '2026-03-31' }).records(), take)).rejects.toThrow('taken it over')
    expect(await removal).toBe(true)
    expect(await statusOf(context)).toEqual(['failed'])
    expect(await claimsOf(context)).toBe(0)
    expect(await importRecords(context, origin, records())).toMatchObject({ outcome: 'imported', merged: { newClaims: 150 } })
  })

  it('does not wait for ever behind a merge whose process died', async () => {
    const context = await newContext(use.database)
    await context.db.run(sql`
      insert into imports (organization_id, file_name, format, sha256, bytes, status, writer)
      values (${context.organization.id}, 'elsewhere', 'x12', 'other', 1, 'merging', 'another-host|1|1')`)
    const waiting = importRecords(context, origin, records())
    await expect.poll(() => statusOf(context)).toEqual(['merging', 'staging'])
    await context.db.run(sql`update imports set heartbeat_at = now() - interval '1 hour' where sha256 = 'other'`)
    const result = await waiting
    expect(result.outcome).toBe('imported')
    expect((await statusOf(context)).sort()).toEqual(['complete', 'failed'])
  })

  it('keeps what the merge has to tell with the slice that found it', async () => {
    const context = await newContext(use.database)
    const claim = [...records()].flat().find((record) => record.kind === 'claim')!
    const result = await importRecords(context, origin, [[{ ...claim, providerId: 'NOBODY-KNOWS' }]])
    expect(result.warnings.map(({ code }) => code)).toContain('merge.placeholder-provider')
    expect(await context.db.rows(sql`select code, record from import_rejections where record = 'NOBODY-KNOWS'`)).toEqual([
      { code: 'merge.placeholder-provider', record: 'NOBODY-KNOWS' },
    ])
    expect(await context.db.rows(sql`select summary->'merged'->>'newClaims' as claims from imports`)).toEqual([{ claims: '1' }])
  })
})
