import { createReadStream, existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { OverturnError } from '../../src/errors.ts'
import { x12Importer } from '../../src/imports/formats/x12/importer.ts'
import { addToSummary, emptySummary } from '../../src/imports/summary.ts'

/** Real files that are not part of the repository; they lie beside it where they may be used. */
const folder = fileURLToPath(new URL('../../../../../shared/corpora/x12/', import.meta.url))
const counts = ['interchanges', 'transactions', 'claimPayments', 'claims', 'paymentLines', 'adjustments', 'plb'] as const
type Expected = Record<(typeof counts)[number], number> & { path: string; sets: string[]; unbalancedClaims: string }

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
  const remittances = expected.filter(({ sets }) => sets.includes('835'))
  const others = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/LICENSE|\.csv$|\.json$/.test(entry.name))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .filter((path) => !remittances.some((entry) => entry.path === path))

  describe('real X12 files', () => {
    it.each(remittances)('counts $path', async (entry) => {
      const summary = await read(entry.path)
      expect(summary.format).toBe(`x12-${entry.sets.join('+')}`)
      for (const count of counts) expect(summary[count], count).toBe(entry[count])
      expect(`${summary.unbalancedClaims}/${summary.claimPayments}`).toBe(entry.unbalancedClaims)
      expect(summary.rejected.filter(({ code }) => code !== 'x12.not-claims')).toEqual([])
    })

    it.each(others)('names or refuses %s', async (path) => {
      try {
        const { format, rejected, warnings, claimPayments } = await read(path)
        expect(format).toMatch(/^x12-\d{3}/)
        if (format === 'x12-835') expect(claimPayments).toBeGreaterThan(0)
        else expect([...rejected, ...warnings].map(({ code }) => code)).toContain(format === 'x12-837' ? 'x12.837.not-imported-yet' : 'x12.not-claims')
        expect(expected.find((entry) => entry.path === path)?.sets ?? []).toEqual(
          expected.some((entry) => entry.path === path) ? format.slice(4).split('+') : [],
        )
      } catch (thrown) {
        if (!(thrown instanceof OverturnError)) throw thrown
        expect(path).toContain('edifact')
      }
    })
  })
}
