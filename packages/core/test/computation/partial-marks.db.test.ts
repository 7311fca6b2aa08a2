import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { deriveClaims } from '../../src/adjudication/write.ts'
import { recomputeAll, recomputeMarked } from '../../src/computation/recompute.ts'
import type { Context } from '../../src/context.ts'
import { addDays } from '../../src/dates.ts'
import { markDaysOf } from '../../src/measures/marks.ts'
import type { Condition } from '../../src/patterns/scope/condition.ts'
import { recountDays, storedDays } from '../measures/pattern-daily/recount.ts'
import { deleteClaim, insertPattern } from '../patterns/patterns.ts'
import { changeScope, insertScoped } from '../patterns/scope/scoped.ts'
import { insertPolicies, insertVisits, type Visit } from '../policies/policies.ts'
import { newContext, useDatabase } from '../support/database.ts'
import { everyRow, removeComputed } from './everything.ts'

const REASON = 'Authorization absent'
const mark = (context: Context, ids: readonly string[], cause: string) => context.db.transaction((tx) => markDaysOf(tx, context.organization.id, ids, cause))

/** Another decision turns the first line's denial, or makes one. */
const redecide = ({ db, organization }: Context, id: string) =>
  db.transaction(async (tx) => {
    await tx.run(
      sql`update adjudication_lines set denied = not denied where claim_line_number = 1 and adjudication_id in (select id from adjudications where claim_id = ${id})`,
    )
    await deriveClaims(tx, organization.id, [id])
  })

/** Scopes on the claim, the line, the other lines and the days to submission; what a search may change one into. */
const scopes: readonly (readonly Condition[])[] = [
  [{ field: 'payer', op: 'is', value: 'P1' }],
  [
    { field: 'provider', op: 'is', value: 'DR1' },
    { field: 'procedureCode', op: 'is', value: '99213' },
  ],
  [
    { field: 'payer', op: 'not', value: 'P1' },
    { field: 'procedureGroup', op: 'lacks', value: 'therapy' },
  ],
  [{ field: 'daysToSubmission', op: 'above', value: 0 }],
]

async function prepare(context: Context, { scoped = false } = {}): Promise<void> {
  await insertPattern(context, { id: 'PTN-1', reason: REASON })
  if (scoped) for (const [index, scope] of scopes.slice(0, 3).entries()) await insertScoped(context, { id: `PTN-S${index}`, reason: REASON, scope })
  await insertPolicies(context, [
    { id: 'plain', codes: ['99213'], status: 'complete' },
    { id: 'limited', codes: ['99213', '97110'], most: 1, per: 'week', status: 'complete' },
  ])
}

describe('marks that name claims and payers', () => {
  const use = useDatabase()

  it('have only these computed of their days', async () => {
    const context = await newContext(use.database)
    const { db } = context
    await prepare(context)
    const visit = { served: '2026-03-02', submitted: '2026-03-03', decided: '2026-03-20', procedure: '99213', carc: '197' }
    await insertVisits(context, [
      { ...visit, id: 'A', payer: 'P1' },
      { ...visit, id: 'B', payer: 'P2' },
    ])
    await recomputeAll(context)
    // What nobody marked is made wrong, so that it shows when it is computed again.
    await db.run(sql`update pattern_claims set amount = 1 where claim_id = 'B'`)
    await db.run(sql`update policy_hits set provider_id = 'nobody' where claim_id = 'B'`)
    await db.run(sql`update organization_daily_metrics set billed_amount = 1 where payer_id = 'P2'`)
    await mark(context, ['A'], 'test:1')
    await recomputeMarked(context)
    const state = async () => ({
      amounts: (await db.rows<{ amount: string }>(sql`select amount from pattern_claims order by claim_id`)).map(({ amount }) => amount),
      providers: (await db.rows<{ id: string }>(sql`select provider_id as id from policy_hits where policy_id = 'plain' order by claim_id`)).map(
        ({ id }) => id,
      ),
      billed: await db.rows(
        sql`select distinct payer_id as payer, billed_amount as billed from organization_daily_metrics where date_basis <> 'payment' order by 1`,
      ),
      dollars: await db.rows(sql`select dollars_denied as dollars from pattern_daily_metrics`),
    })
    expect(await state()).toEqual({
      amounts: ['100.00', '1.00'],
      providers: ['DR1', 'nobody'],
      billed: [
        { payer: 'P1', billed: '100.00' },
        { payer: 'P2', billed: '1.00' },
      ],
      dollars: [{ dollars: '101.00' }],
    })
    await mark(context, ['A'], 'test:2')
    await recomputeAll(context)
    expect(await state()).toEqual({
      amounts: ['100.00', '100.00'],
      providers: ['DR1', 'DR1'],
      billed: [
        { payer: 'P1', billed: '100.00' },
        { payer: 'P2', billed: '100.00' },
      ],
      dollars: [{ dollars: '200.00' }],
    })
  })

  const day = fc.integer({ min: 0, max: 5 }).map((offset) => addDays('2026-03-02', offset))
  const payer = fc.constantFrom('P1', 'P2', null)
  const provider = fc.constantFrom('DR1', 'DR2', null)
  const visit = fc.record({
    served: fc.option(day, { nil: null }),
    submitted: day,
    payer,
    provider,
    procedure: fc.constantFrom('99213', '97110'),
    member: fc.constantFrom('M1', 'M2'),
    born: fc.constant('1980-05-05'),
    verdict: fc.constantFrom<Partial<Visit>[]>(
      {},
      { decided: '2026-03-20' },
      { decided: '2026-03-20', carc: '197' },
      { decided: '2026-03-20', carc: '197', later: [{ on: '2026-03-21', paid: 60 }] },
      { decided: '2026-03-21', carc: '197', lines: [] },
    ),
  })
  const step = fc.oneof(
    { weight: 3, arbitrary: fc.record({ kind: fc.constant('import' as const), visits: fc.array(visit, { minLength: 1, maxLength: 6 }) }) },
    {
      weight: 3,
      arbitrary: fc.record({ kind: fc.constant('move' as const), which: fc.nat(), served: fc.option(day, { nil: null }), submitted: day, payer, provider }),
    },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('decide' as const), which: fc.nat() }) },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('appeal' as const), which: fc.nat(), on: day }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('undo' as const), which: fc.nat() }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('scope' as const), payer: fc.constantFrom('P1', 'P2') }) },
    { weight: 3, arbitrary: fc.record({ kind: fc.constant('refresh' as const) }) },
  )

  it('give what a rebuild gives, after any sequence of imports, claims that move, decisions, appeals, undo and scopes that change', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 10 }), async (steps) => {
        const context = await newContext(use.database)
        const { db, organization } = context
        await prepare(context, { scoped: true })
        const known: string[] = []
        for (const [at, next] of steps.entries()) {
          const id = 'which' in next ? known[next.which % known.length] : undefined
          if (next.kind === 'refresh') {
            await recomputeMarked(context)
          } else if (next.kind === 'scope') {
            const scope: Condition[] = [{ field: 'payer', op: 'is', value: next.payer }, ...scopes[3]!]
            await changeScope(context, { id: 'PTN-S1', reason: REASON, scope })
          } else if (next.kind === 'import') {
            const visits = next.visits.map(({ verdict, ...spec }, n): Visit => ({ ...spec, ...verdict, id: `C${at}-${n}` }))
            await insertVisits(context, visits)
            const ids = visits.map((one) => one.id)
            await mark(context, ids, `import:${at}`)
            known.push(...ids)
          } else if (id !== undefined) {
            await mark(context, [id], `${next.kind}:${at}`)
            if (next.kind === 'move') {
              await db.run(sql`
                update claims set date_of_service = ${next.served}, submission_date = ${next.submitted}, payer_id = ${next.payer}, provider_id = ${next.provider} where id = ${id}`)
            } else if (next.kind === 'decide') {
              await redecide(context, id)
            } else if (next.kind === 'appeal') {
              await db.run(sql`
                insert into claim_appeals (organization_id, claim_id, level, appeal_date) values (${organization.id}, ${id}, 1, ${next.on})
                on conflict (organization_id, claim_id, level) do update set outcome = 'overturned', decided_on = ${next.on}`)
            } else {
              await deleteClaim(context, id)
              known.splice(known.indexOf(id), 1)
            }
            if (next.kind !== 'undo') await mark(context, [id], `${next.kind}:${at}`)
          }
        }
        await recomputeMarked(context)
        const incremental = await everyRow(context)
        expect(await storedDays(context)).toEqual(await recountDays(context))
        await removeComputed(context)
        await recomputeAll(context)
        expect(incremental).toEqual(await everyRow(context))
        expect(await db.rows(sql`select day from service_days_to_recompute`)).toEqual([])
      }),
      { numRuns: 25 },
    )
  })
})
