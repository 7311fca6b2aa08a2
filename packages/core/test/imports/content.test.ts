import { describe, expect, it } from 'vitest'
import { ContentReader } from '../../src/imports/content.ts'
import type { ImportRecord } from '../../src/imports/records.ts'

const claim = (payerId: string | null, serviceDate: string | null, serviceDateEnd: string | null = null) =>
  ({ kind: 'claim', payerId, serviceDate, serviceDateEnd }) as ImportRecord
const payer = (id: string, name: string) => ({ kind: 'payer', id, name }) as ImportRecord

async function contentOf(...batches: ImportRecord[][]) {
  const reader = new ContentReader()
  const passed: ImportRecord[] = []
  for await (const batch of reader.along(batches)) passed.push(...batch)
  expect(passed).toEqual(batches.flat())
  return reader.content
}

describe('what a file is about', () => {
  it('is unknown where it says nothing', async () => {
    expect(await contentOf([])).toEqual({ serviceFrom: null, serviceTo: null, payers: [], needsColumns: false })
    expect(await contentOf([claim(null, null)])).toMatchObject({ serviceFrom: null, serviceTo: null, payers: [] })
  })

  it('is its first and last day of service, and its payers by their claims', async () => {
    const records = [payer('p1', 'Cascade Mutual'), claim('p2', '2026-03-05', '2026-03-09'), claim('p1', '2026-02-01')]
    expect(await contentOf(records, [claim('p1', '2026-03-06')])).toMatchObject({
      serviceFrom: '2026-02-01',
      serviceTo: '2026-03-09',
      payers: ['Cascade Mutual', 'p2'],
    })
  })

  it('names no more payers than fit a line or two', async () => {
    const many = Array.from({ length: 50 }, (_, at) => claim(`p${at}`, '2026-03-05'))
    expect((await contentOf(many)).payers).toHaveLength(20)
  })
})
