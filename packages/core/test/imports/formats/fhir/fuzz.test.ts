import { readFileSync, readdirSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { OverturnError } from '../../../../src/errors.ts'
import { isIsoDate } from '../../../../src/dates.ts'
import type { ImportRecord } from '../../../../src/imports/records.ts'
import { benefit, claim, response } from './resources.ts'
import { readFhir } from './read.ts'

const folder = new URL('../../../fixtures/fhir/', import.meta.url)
const files = readdirSync(folder).map((name) => readFileSync(new URL(name, folder)))

/** Reads, and accepts no other failure than the named one. What is read holds whole cents and days of the calendar. */
async function survives(content: unknown, partial: boolean): Promise<void> {
  let records: ImportRecord[] = []
  try {
    records = await readFhir(content, { partial, chunk: 4096 })
  } catch (error) {
    if (!(error instanceof OverturnError)) throw error
    expect(error.code).toBe('unreadable_file')
  }
  for (const record of records) {
    if (record.kind === 'claim') {
      expect([record.billed, ...record.lines.map(({ billed }) => billed)].every(Number.isSafeInteger)).toBe(true)
      expect([record.serviceDate, record.submissionDate].every((date) => date === null || isIsoDate(date))).toBe(true)
    }
    if (record.kind === 'decision') {
      const amounts = [record.charge, record.paid, record.imbalance, ...record.lines.flatMap(({ charge, paid, imbalance }) => [charge, paid, imbalance])]
      expect(amounts.every(Number.isSafeInteger)).toBe(true)
    }
  }
}

/** A value of a resource somewhere replaced by any other. */
const replaced = (resource: object) =>
  fc
    .tuple(fc.nat(), fc.oneof(fc.jsonValue({ maxDepth: 2 }), fc.constantFrom(null, [], {}, '', 0, -1, [null], [[]], { coding: 5 }, 'NaN')))
    .map(([at, value]) => {
      const copy = structuredClone(resource) as Record<string, unknown>
      const places: [Record<string, unknown>, string][] = []
      const walk = (node: unknown) => {
        if (typeof node !== 'object' || node === null) return
        for (const key of Object.keys(node)) {
          places.push([node as Record<string, unknown>, key])
          walk((node as Record<string, unknown>)[key])
        }
      }
      walk(copy)
      const place = places[at % places.length]
      if (place) place[0][place[1]] = value
      return copy
    })

describe('FHIR of any content', () => {
  it('survives mutated bytes', async () => {
    const mutation = fc.record({
      file: fc.nat(files.length - 1),
      changes: fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 8 }),
      partial: fc.boolean(),
    })
    await fc.assert(
      fc.asyncProperty(mutation, async ({ file, changes, partial }) => {
        const bytes = Buffer.from(files[file]!)
        for (const [at, byte] of changes) bytes[at % bytes.length] = byte
        await survives(bytes, partial)
      }),
      { numRuns: 250 },
    )
  })

  it('survives being cut off anywhere', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(files.length - 1), fc.nat(), fc.boolean(), async (file, at, partial) =>
        survives(files[file]!.subarray(0, at % files[file]!.length), partial),
      ),
      { numRuns: 150 },
    )
  })

  it('survives values of other types in every place', async () => {
    const fixture = JSON.parse(readFileSync(new URL('explanation-of-benefit.json', folder), 'utf8')) as object
    const answer = response({
      item: [{ itemSequence: 1, adjudication: (fixture as { item: { adjudication: object[] }[] }).item[1]?.adjudication }],
      payment: {},
      error: [],
    })
    const all = [fixture, benefit({ ...fixture, contained: [] }), claim({ related: [{ relationship: {}, reference: {} }], total: { value: 1 } }), answer]
    await fc.assert(
      fc.asyncProperty(fc.oneof(...all.map(replaced)), async (resource) => survives(resource, false)),
      { numRuns: 600 },
    )
  })

  it('survives anything that is JSON, and anything that is not', async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), fc.uint8Array({ maxLength: 300 }), async (value, bytes) => {
        for (const type of ['ExplanationOfBenefit', 'Claim', 'ClaimResponse', 'Coverage', 'Bundle']) {
          await survives({ resourceType: type, item: value, insurance: value, total: value, entry: value, contained: value, careTeam: value }, true)
        }
        await survives(bytes, true)
      }),
      { numRuns: 100 },
    )
  })
})
