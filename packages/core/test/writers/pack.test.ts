import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { truthFile } from '../../src/imports/verify-truth/schemas.ts'
import { formats } from '../../src/writers/formats.ts'
import { packFormats } from '../../src/writers/format.ts'
import { writePack } from '../../src/writers/pack.ts'
import { npiOf } from '../../src/synthetic/npi.ts'
import { collect } from '../synthetic/collect.ts'
import { filesIn, GROUP, testFolder, written } from './written.ts'

const small = { ...GROUP, claims: 400 }

describe.each(packFormats)('a pack of %s', (format) => {
  it('is the same bytes for the same options, and others for another seed', async () => {
    const once = await written(format, small)
    const again = await written(format, { ...small, batchSize: 7 })
    expect([...again.files]).toEqual([...once.files])
    expect(again.truth).toEqual(once.truth)
    const other = await written(format, { ...small, seed: 8 })
    expect([...other.files.values()]).not.toEqual([...once.files.values()])
  })

  it('names its files and leaves no other', async () => {
    const folder = testFolder()
    const { files } = await writePack({ ...small, format, folder })
    expect(files.map(({ name }) => name).sort()).toEqual(filesIn(folder))
    expect(files.every(({ bytes }) => bytes > 0)).toBe(true)
  })

  it('says in its truth what the format brings, and no more', async () => {
    const { truth } = await written(format, small)
    expect(truthFile.parse(truth).format).toBe(format)
    const parts = [...Object.keys(truth), ...Object.keys(truth.cash).map((key) => `cash.${key}`)]
    expect(parts.filter((part) => (formats[format].absent as readonly string[]).includes(part))).toEqual([])
    const named = truth.patterns.flatMap(({ scope }) => scope.filter(({ field }) => field === 'provider').map(({ value }) => value))
    expect(named).toEqual(format === 'portal-json' ? ['DEMO-PRV-08', 'DEMO-GRP-3'] : [npiOf(17), npiOf(4)])
    const others = ({ patterns }: Pick<typeof truth, 'patterns'>) =>
      patterns.map(({ scope, ...rest }) => ({ ...rest, scope: scope.filter(({ field }) => field !== 'provider') }))
    expect(others(truth)).toEqual(others(collect(small).truth))
  })
})

describe('a pack', () => {
  it('counts what the group counts, where the format brings it', async () => {
    const { truth: whole } = collect(small)
    const { appeals: _, patterns: _named, ...rest } = whole
    expect((await written('x12', small)).truth).toMatchObject({ format: 'x12', ...rest })
    const { truth } = await written('fhir', small)
    expect(truth).toMatchObject({ claims: whole.claims, denied: whole.denied, overturned: whole.overturned, denialsByReason: whole.denialsByReason })
    expect(truth.cash).toMatchObject({ paid: whole.cash.paid, recovered: whole.cash.recovered })
    expect(truth.decisions).toEqual({ ...whole.decisions, reversal: 0 })
  })

  it('counts claims as they stand where the format knows one status', async () => {
    const { truth: whole } = collect(small)
    const { truth } = await written('portal-json', small)
    expect(truth.claims).toBe(whole.claims - whole.predeterminations)
    expect(truth.cash.paid).toBe(whole.cash.paid)
    expect(truth.denied).toBeLessThan(whole.denied)
    expect(truth.pending).toBe(whole.pending)
  })

  it('does not mix with what is in a folder', async () => {
    const folder = testFolder()
    writeFileSync(join(folder, 'other.txt'), '')
    await expect(writePack({ ...small, format: 'csv', folder })).rejects.toMatchObject({ code: 'conflict' })
    expect(filesIn(folder)).toEqual(['other.txt'])
  })

  it('says where it cannot be written', async () => {
    const folder = testFolder()
    writeFileSync(join(folder, 'file'), '')
    await expect(writePack({ ...small, format: 'csv', folder: join(folder, 'file') })).rejects.toMatchObject({ code: 'data_dir_unwritable' })
  })

  it('tells how far it is', async () => {
    const told: number[] = []
    await writePack({ ...small, claims: 2500, format: 'csv', folder: testFolder() }, (claims) => told.push(claims))
    expect(told).toEqual([1000, 2000])
  })
})
