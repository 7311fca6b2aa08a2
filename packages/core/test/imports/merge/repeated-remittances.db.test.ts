import { sql } from 'drizzle-orm'
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Context } from '../../../src/context.ts'
import { Remittances } from '../../../src/imports/merge/remittances.ts'
import { importerFor } from '../../../src/imports/registry.ts'
import type { DecisionRecord, ImportRecord, RemittanceRecord } from '../../../src/imports/records.ts'
import { importPaths, importRecords } from '../../../src/imports/run.ts'
import { listSources } from '../../../src/imports/sources/list.ts'
import { beginUndo } from '../../../src/imports/undo/begin.ts'
import { generateGroup } from '../../../src/synthetic/group.ts'
import { claim835, interchange, remittance, render } from '../../factories/x12.ts'
import { newContext, useDatabase } from '../../support/database.ts'
import { file835, file837, useFolder } from '../undo/files.ts'

const removed = vi.hoisted(() => {
  // Test files share modules: those that were loaded know the real one, and those after this file must not know the other.
  vi.resetModules()
  return [] as number[]
})
vi.mock('../../../src/imports/merge/repeats.ts', async (original) => {
  const { removeRepeats } = await original<typeof import('../../../src/imports/merge/repeats.ts')>()
  return {
    removeRepeats: (...args: Parameters<typeof removeRepeats>) => {
      removed.push(args[3].length)
      return removeRepeats(...args)
    },
  }
})

afterAll(() => {
  vi.doUnmock('../../../src/imports/merge/repeats.ts')
  vi.resetModules()
})

const options = { partial: false }
const rewrapped = (file: Buffer) => Buffer.from(file.toString().replaceAll('000000101', '000000999'))
/** The file with its transaction several times. */
const repeated = (file: Buffer, times: number) => Buffer.from(file.toString().replace(/ST\*835[^]*?SE\*[^~]*~\n/, (transaction) => transaction.repeat(times)))
const withPlbs = (...summary: string[]) => render(interchange([remittance({ claims: [claim835], summary })]))
const PLB = 'PLB*1999999984*20261231*WO:K*5'

describe('a remittance that comes again', () => {
  const use = useDatabase()
  const write = useFolder()
  beforeEach(() => void removed.splice(0))

  const importing = async (context: Context, name: string, file: Buffer, partial = false) => (await importPaths(context, [write(name, file)], { partial }))[0]!
  const decisions = ({ db }: Context) => db.row(sql`select count(*)::int as decisions, sum(paid_amount)::text as paid from adjudications`)
  const adjustments = async ({ db }: Context) =>
    (
      await db.rows<{ told: string }>(
        sql`select concat_ws(' ', provider_identifier, fiscal_period_end, reference, amount) as told from provider_level_adjustments order by position`,
      )
    ).map(({ told }) => told)

  it('is known where its decisions say no control number and their claim has one', async () => {
    const context = await newContext(use.database)
    await importing(context, 'a.837', file837('20260403', [{ pcn: 'A', frequency: '1', diagnosis: 'J069' }]))
    const decided = file835('T1', '20260415', [{ pcn: '0', status: '1', paid: 80 }])
    expect(await importing(context, 'a.835', decided)).toMatchObject({ merged: { decisions: 1, newClaims: 0 } })
    expect(await importing(context, 'again.835', rewrapped(decided))).toMatchObject({ merged: { decisions: 0, newClaims: 0, known: 1 } })
    expect(await decisions(context)).toEqual({ decisions: 1, paid: '80.00' })
  })

  it('says the same decision as often as the whole file says it', async () => {
    const context = await newContext(use.database)
    const payment = { pcn: 'A', status: '1', paid: 80 }
    const whole = file835('T1', '20260415', [payment, payment])
    await importing(context, 'cut.835', whole.subarray(0, whole.lastIndexOf('CLP*') + 20), true)
    expect(await decisions(context)).toEqual({ decisions: 1, paid: '80.00' })
    for (const name of ['whole.835', 'again.835']) {
      await importing(context, name, name === 'again.835' ? rewrapped(whole) : whole)
      expect(await decisions(context)).toEqual({ decisions: 2, paid: '160.00' })
    }
  })

  it('adds the provider level adjustments that it lacks, told apart by provider and fiscal period, each as often as it is said', async () => {
    const context = await newContext(use.database)
    const others = [PLB, 'PLB*1999999976*20261231*WO:K*5', 'PLB*1999999984*20251231*WO:K*5']
    await importing(context, 'one.835', withPlbs(PLB))
    const told = ['1999999984 2026-12-31 K 5.00', '1999999984 2026-12-31 K 5.00', '1999999976 2026-12-31 K 5.00', '1999999984 2025-12-31 K 5.00']
    expect(await importing(context, 'all.835', withPlbs(PLB, ...others))).toMatchObject({ outcome: 'imported', merged: { known: 1 } })
    expect(await adjustments(context)).toEqual(told)
    await importing(context, 'again.835', rewrapped(withPlbs(...others, PLB)))
    expect(await adjustments(context)).toEqual(told)
    expect(await context.db.rows(sql`select seq from staging_records`)).toEqual([])
  })

  it('adds nothing to the remittance that is there when the import fails', async () => {
    const context = await newContext(use.database)
    await importing(context, 'without.835', withPlbs())
    const failing = importPaths(context, [write('with.835', withPlbs(PLB))], options, (event) => {
      if (event.type === 'progress') throw new Error('the connection is lost')
    })
    await expect(failing).rejects.toThrow('the connection is lost')
    expect(await adjustments(context)).toEqual([])
    expect(await context.db.rows(sql`select seq from staging_records`)).toEqual([])
    await importing(context, 'with.835', withPlbs(PLB))
    expect(await adjustments(context)).toEqual(['1999999984 2026-12-31 K 5.00'])
  })

  it('can be undone unless it added provider level adjustments', async () => {
    const context = await newContext(use.database)
    await importing(context, 'one.835', withPlbs(PLB))
    const same = await importing(context, 'same.835', rewrapped(withPlbs(PLB)))
    const more = await importing(context, 'more.835', withPlbs(PLB, PLB))
    await expect(beginUndo(context, more.importId!)).rejects.toThrow('added provider level adjustments')
    expect(await beginUndo(context, same.importId!)).toMatchObject({ fileName: 'same.835' })
  })

  it('is looked up with the others of its slice, and again when it comes back after a later one', async () => {
    const context = await newContext(use.database)
    const file = render(
      interchange(['1', '2', '3'].map((control) => remittance({ control, claims: [claim835.map((text) => text.replace('PCN-1', `P${control}`))] }))),
    )
    await importing(context, 'three.835', file)
    const [source] = await listSources([write('three.835', file)])
    const records: ImportRecord[] = []
    for await (const batch of (await importerFor(source!)).read(source!.bytes(), options)) records.push(...batch)
    const [first, second, third] = records.filter((record) => record.kind === 'decision') as [DecisionRecord, DecisionRecord, DecisionRecord]

    await context.db.transaction(async (tx) => {
      const remittances = new Remittances(context.organization.id, 1_000)
      let statements = 0
      const counting: typeof tx = {
        ...tx,
        rows: (statement) => {
          statements++
          return tx.rows(statement)
        },
      }
      const lookUps = async (work: () => Promise<unknown>) => {
        const before = statements
        await work()
        return statements - before
      }
      const headers = records.filter((record) => record.kind === 'remittance') as RemittanceRecord[]
      expect(await lookUps(() => remittances.take(counting, headers))).toBe(1)
      expect(await lookUps(() => remittances.ready(counting, records))).toBe(1)
      expect([first, second].map((decision) => remittances.isKnown(decision))).toEqual([true, true])
      expect(await lookUps(() => remittances.ready(counting, [third]))).toBe(0)
      expect(await lookUps(() => remittances.ready(counting, [first]))).toBe(1)
      expect([first, third, third].map((decision) => remittances.isKnown(decision))).toEqual([true, true, false])
    })
  })

  it('within its file counts once, in doubt or not, however often it stands there', async () => {
    const context = await newContext(use.database)
    for (const member of ['M-1', 'M-2'])
      await importing(context, `${member}.837`, file837('20260403', [{ pcn: 'A', frequency: '1', diagnosis: 'J069' }], member))
    const numbered = file835('T1', '20260415', [{ pcn: 'A', status: '1', paid: 80, member: '' }])
    // Without the payer's number, none of them tells that it is of the claim that stands for another.
    const doubtful = Buffer.from(numbered.toString().replace('ICN-A', ''))
    const result = await importing(context, 'many.835', repeated(doubtful, 61))
    expect(result).toMatchObject({ merged: { ambiguous: 1, decisions: 1, newClaims: 1, known: 60 } })
    expect(result.warnings.find(({ code }) => code === 'merge.ambiguous')?.message).toMatch(/^1 /)
    expect(await decisions(context)).toEqual({ decisions: 1, paid: '80.00' })
    expect(removed).toEqual([50, 10])
  })
})

describe('providers that nothing describes', () => {
  const use = useDatabase()

  it('are listed up to a bound, and counted beyond it', async () => {
    const context = await newContext(use.database)
    const claim = [...generateGroup({ seed: 3, claims: 1, asOf: '2026-03-31' }).records()].flat().find((record) => record.kind === 'claim')!
    const claims = Array.from({ length: 1_005 }, (_, at) => ({
      ...claim,
      id: `C${at}`,
      providerId: `P${at}`,
      renderingProviderId: null,
      referringProviderId: null,
    }))
    const result = await importRecords(context, { name: 'many', path: 'many', format: 'synthetic', sha256: 'many', bytes: 0 }, [claims])
    const told = result.warnings.filter(({ code }) => code === 'merge.placeholder-provider')
    expect(result.merged?.placeholders).toBe(1_005)
    expect(told).toHaveLength(1_001)
    expect(told.at(-1)?.message).toMatch(/^5 more .* Provider P1004 /)
    expect(await context.db.row(sql`select count(*)::int as stored from import_rejections where code = 'merge.placeholder-provider'`)).toEqual({
      stored: 1_001,
    })
  })
})
