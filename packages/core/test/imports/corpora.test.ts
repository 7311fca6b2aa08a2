import { createReadStream, existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { x12Importer } from '../../src/imports/formats/x12/importer.ts'
import { addToSummary, emptySummary } from '../../src/imports/summary.ts'

/** Real files that are not part of the repository; they lie beside it where they may be used. */
const folder = fileURLToPath(new URL('../../../../../shared/corpora/x12/', import.meta.url))
const counts = ['interchanges', 'transactions', 'claimPayments', 'claims', 'paymentLines', 'adjustments', 'plb'] as const
type Expected = Record<(typeof counts)[number], number> & { path: string; sets: string[]; unbalancedClaims: string }

/** Files that were broken on purpose by those who made them, and what is said of them. */
const damaged: Record<string, string> = {
  'imsweb/837_5010/x12_bad_segment_identifier.txt': 'A segment without a readable id has no place in an 837',
  'pyx12/837miss.edi': '837 transaction 1 is cut off. Expected BHT, NM1, HL or SE, found the end of the file',
  'vgi/truncated.edi': '837 transaction 1 is cut off; claim 1 is not complete',
}

/** CAS of an 837 tell what an earlier payer decided; only those of an 835 are adjustments of ours. */
const decided = ({ sets, adjustments }: Expected) => (sets.includes('835') ? adjustments : 0)

async function read(path: string) {
  const summary = emptySummary(path, 'x12')
  for await (const batch of x12Importer.read(createReadStream(join(folder, path)), { partial: false })) {
    for (const record of batch) addToSummary(summary, record)
  }
  return summary
}

if (!existsSync(join(folder, 'expected.json'))) {
  it('counts real X12 files', ({ skip }) => skip('no such files stand beside this repository (shared/corpora/x12)'))
} else {
  const expected = JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')) as Expected[]
  const readable = expected.filter(({ sets, path }) => sets.some((set) => set === '835' || set === '837') && !(path in damaged))
  const others = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/LICENSE|\.csv$|\.json$/.test(entry.name))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .filter((path) => !readable.some((entry) => entry.path === path))

  describe('real X12 files', () => {
    it.each(readable)('counts $path', async (entry) => {
      const summary = await read(entry.path)
      expect(summary.format).toBe(`x12-${entry.sets.join('+')}`)
      for (const count of counts) expect(summary[count], count).toBe(count === 'adjustments' ? decided(entry) : entry[count])
      expect(`${summary.unbalancedClaims}/${summary.claimPayments}`).toBe(entry.unbalancedClaims)
      expect(summary.rejected.filter(({ code }) => code !== 'x12.not-claims')).toEqual([])
    })

    it.each(others)('names or refuses %s', async (path) => {
      const reason = damaged[path] ?? (path.includes('edifact') ? 'EDIFACT' : null)
      if (reason !== null) return expect(read(path)).rejects.toMatchObject({ name: 'OverturnError', message: expect.stringContaining(reason) })
      const { format, rejected, claims, claimPayments } = await read(path)
      expect(format).toMatch(/^x12-\d{3}/)
      if (/83[57]$/.test(format)) expect(claims + claimPayments).toBeGreaterThan(0)
      expect(rejected.map(({ code }) => code)).toEqual(/83[57]$/.test(format) ? [] : ['x12.not-claims'])
      const known = expected.find((entry) => entry.path === path)
      if (known) expect(format.slice(4).split('+')).toEqual(known.sets)
    })
  })
}
