import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Context } from '../../src/context.ts'
import { recoverImports } from '../../src/imports/recover.ts'
import { importPaths } from '../../src/imports/run.ts'
import { Random } from '../../src/synthetic/random.ts'
import { newContext, useDatabase } from '../support/database.ts'
import { startChild } from './children.ts'
import { stateOf } from './state.ts'
import { file835, file837, useFolder } from './undo/files.ts'

const CLAIMS = 200
const KILLS = 12
const numbers = Array.from({ length: CLAIMS }, (_, at) => `P${at}`)

describe('imports that are killed, or run at once', () => {
  const use = useDatabase()
  const write = useFolder()
  const paths = [
    write(
      'a.837',
      file837(
        '20260403',
        numbers.map((pcn) => ({ pcn, frequency: '1', diagnosis: 'J069' })),
      ),
    ),
    write(
      'b.835',
      file835(
        'T1',
        '20260415',
        numbers.map((pcn, at) => ({ pcn, status: '1', paid: at % 3 === 0 ? 0 : 80, extraLine: at % 5 === 0 })),
      ),
    ),
    write(
      'c.835',
      file835(
        'T2',
        '20260520',
        numbers.slice(0, CLAIMS / 2).flatMap((pcn, at) => [
          { pcn, status: '22', paid: at % 3 === 0 ? 0 : 80, extraLine: at % 5 === 0 },
          { pcn, status: '1', paid: 120, extraLine: at % 5 === 0 },
        ]),
      ),
    ),
    write(
      'd.837',
      file837(
        '20260601',
        numbers.slice(0, 100).map((pcn, at) => ({ pcn: at % 2 === 0 ? pcn : `Q${at}`, frequency: at % 2 === 0 ? '8' : '1', diagnosis: 'J069' })),
      ),
    ),
  ]
  const options = { partial: false }

  /** What files bring. Payers and providers of a file that was given up stay. */
  const claimsOf = async (context: Context) => {
    const { payers: _, providers: __, ...rest } = await stateOf(context)
    return rest
  }
  const unfinished = ({ db }: Context) => db.rows<{ status: string }>(sql`select status from imports where status not in ('complete', 'failed', 'undone')`)

  /** The state after each file, in their order. */
  const states: Awaited<ReturnType<typeof claimsOf>>[] = []
  beforeAll(async () => {
    const context = await newContext(use.database)
    states.push(await claimsOf(context))
    for (const path of paths) {
      await importPaths(context, [path], options)
      states.push(await claimsOf(context))
    }
  })

  /** Statements that a child sends for importing all files and undoing them. */
  const statementsOf = async (context: Context) => {
    const child = await startChild(use.target, context.organization.slug, 'cycle', '0', ...paths)
    child.begin()
    const sent = Number(await child.line())
    expect(await child.ended).toBe(0)
    return sent
  }

  it('leave each file entirely or not at all, whenever they are killed, and the rerun completes', async () => {
    const context = await newContext(use.database)
    const statements = await statementsOf(context)
    const random = new Random().start(7, 1, 0)
    const interrupted: string[] = []
    for (let kill = 0; kill < KILLS; kill++) {
      const at = 1 + Math.floor(((kill + random.unit()) / KILLS) * statements)
      const child = await startChild(use.target, context.organization.slug, 'cycle', String(at), ...paths)
      child.begin()
      expect(await child.ended).toBeNull()
      interrupted.push(...(await unfinished(context)).map(({ status }) => status))
      await recoverImports(context)
      expect(await unfinished(context)).toEqual([])
      expect(await leftovers(context)).toEqual({ hidden: 0, staged: 0, linesOfNoClaim: 0, decidedLines: 0, adjustments: 0, decisions: 0, kept: 0 })
      const whole = await context.db.rows<{ file: string }>(sql`select file_name as file from imports where status = 'complete' order by file_name`)
      expect(whole.map(({ file }) => file)).toEqual(['a.837', 'b.835', 'c.835', 'd.837'].slice(0, whole.length))
      expect(await claimsOf(context)).toEqual(states[whole.length])
    }
    expect(interrupted.length).toBeGreaterThan(KILLS / 2)
    expect(interrupted).toEqual(expect.arrayContaining(['merging', 'undoing']))
    const results = await importPaths(context, paths, options)
    expect(results.map(({ outcome }) => outcome)).not.toContain('refused')
    expect(await claimsOf(context)).toEqual(states.at(-1))
  }, 240_000)

  /** Rows that belong to nothing, or to an import that is not in the database. */
  const leftovers = ({ db }: Context) => {
    const over = sql`(select id from imports where status in ('failed', 'undone'))`
    const ofNone = (table: string) =>
      sql`(select count(*)::int from ${sql.identifier(table)} x where not exists (select from adjudications a where a.id = x.adjudication_id))`
    return db.row(sql`select
      (select count(*)::int from (select import_id from claims union all select import_id from claim_line_items union all select import_id from adjudications
        union all select import_id from remittances union all select id >> 32 from claim_submissions) x where x.import_id in ${over}) as hidden,
      (select count(*)::int from staging_records) as staged,
      (select count(*)::int from claim_line_items l where not exists (select from claims c where c.id = l.claim_id)) as "linesOfNoClaim",
      ${ofNone('adjudication_lines')} as "decidedLines", ${ofNone('adjustments')} as adjustments,
      (select count(*)::int from adjudications a where not exists (select from claims c where c.id = a.claim_id)
        or not exists (select from remittances r where r.id = a.remittance_id)) as decisions,
      (select count(*)::int from import_changes where import_id in ${over}) as kept`)
  }

  it.each([
    [
      'different files',
      [
        [0, 2],
        [1, 3],
      ],
    ],
    [
      'the same files',
      [
        [0, 1, 2, 3],
        [0, 1, 2, 3],
      ],
    ],
  ])('lose nothing and double nothing when two processes import %s', async (_, portions) => {
    const context = await newContext(use.database)
    const children = await Promise.all(
      portions.map((portion) => startChild(use.target, context.organization.slug, 'import', ...portion.map((at) => paths[at] as string))),
    )
    for (const child of children) child.begin()
    await Promise.all(children.map(({ ended }) => ended))
    // Whoever met a file that the other one was at was told so, and tries again.
    const results = await importPaths(context, paths, options)
    expect(results.filter(({ outcome }) => outcome === 'refused')).toEqual([])
    expect(await context.db.rows(sql`select file_name from imports where status = 'complete' order by 1`)).toHaveLength(paths.length)
    expect(await claimsOf(context)).toEqual(states.at(-1))
  })
})
