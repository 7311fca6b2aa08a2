import { describe, expect, it } from 'vitest'
import { emptySummary, totalsOf } from '@overturn/core/imports/summary'
import type { FileResult } from '@overturn/core/imports/run'
import { shown } from '../src/commands/verify.ts'
import { summaryText } from '../src/import-text.ts'
import { takenText } from '../src/watch-text.ts'

const issue = (code: string, segment: number) => ({ code, message: 'M.', remedy: 'R.', where: { segment } })
const merged = { newClaims: 2, changedClaims: 0, decisions: 2, known: 0, ambiguous: 0, knownRemittances: [], placeholders: 0 }
const result = (given: Partial<FileResult> = {}): FileResult => ({
  ...emptySummary('x.edi', 'x12-835'),
  claimPayments: 2,
  outcome: 'imported',
  importId: 1,
  merged: { ...merged, other: { inserted: 0, updated: 0, unchanged: 0 } },
  message: null,
  ...given,
})
const nothing = { ...merged, newClaims: 0, decisions: 0, other: { inserted: 0, updated: 0, unchanged: 0 } }

describe('what a person reads of an import', () => {
  it('tells rejections before warnings, each in the order of the files', () => {
    const warnings = Array.from({ length: 30 }, (_, index) => issue('w', index + 1))
    const files = [result({ warnings, rejected: [issue('r1', 5)] }), result({ file: 'y.edi', rejected: [issue('r2', 1), issue('r3', 2)] })]
    const text = summaryText({ files, totals: totalsOf(files) })
    expect(text.match(/^(?:rejected|warning) \w+/gm)!.slice(0, 4)).toEqual(['rejected r1', 'rejected r2', 'rejected r3', 'warning w'])
    expect(text).toContain('… and 13 more')
  })

  it('shows claims denied in part beside those denied', () => {
    const files = [result({ deniedClaims: 2, partiallyDeniedClaims: 1 }), result({ deniedClaims: 3 })]
    const text = summaryText({ files, totals: totalsOf(files) })
    expect(text).toMatch(/Denied \+ in part[^]* 2\+1 [^]* 3 /)
    expect(text).toContain('5 of them denied and 1 denied in part.')
  })

  it('counts a refused file as a file, and not as a rejection', () => {
    const files = [result({ outcome: 'refused', merged: null, rejected: [issue('file.refused', 1)] }), result({ rejected: [issue('r', 1)] })]
    const text = summaryText({ files, totals: totalsOf(files) })
    expect(text).toMatch(/^x\.edi .* refused .* 0 +0$/m)
    expect(text).toContain('1 file refused, 1 rejection, 0 warnings.')
  })

  it('gives amounts two decimals, counts none', () => {
    expect([shown(19_641.1, 19_641), shown(19_641, 19_641.1), shown(1_552, 1_552), shown(1_552, null)]).toEqual(['19,641.10', '19,641.00', '1,552', '1,552'])
    expect(shown(null, 1)).toBe('–')
  })
})

describe('the line of a file of the inbox', () => {
  const line = (...results: FileResult[]) => takenText('/in', { file: '/in/x.edi', movedTo: '/in/done/x.edi', results, problem: null })

  it('says claims, decisions and rejections', () => {
    expect(line(result({ rejected: [issue('r', 1)] }))).toBe('x.edi: 2 new claims, 2 decisions, 1 rejection; now done/x.edi.')
    expect(line(result())).toBe('x.edi: 2 new claims, 2 decisions; now done/x.edi.')
  })

  it('says that nothing was taken in, or that files were refused', () => {
    const empty = result({ merged: nothing, claimPayments: 0, rejected: [issue('r', 1)] })
    const refused = result({ outcome: 'refused', merged: null, rejected: [issue('file.refused', 1)] })
    expect(line(empty)).toBe('x.edi: nothing taken in, 1 rejection; now done/x.edi.')
    expect(line(refused)).toBe('x.edi: refused; now done/x.edi.')
    expect(line(result(), refused)).toBe('x.edi: 2 new claims, 2 decisions, 1 of 2 files in it refused; now done/x.edi.')
    expect(line(result({ merged: { ...merged, newClaims: 0, decisions: 0, known: 1, other: nothing.other }, rejected: [issue('r', 1)] }))).toBe(
      'x.edi: 0 new claims, 0 decisions, 1 rejection; now done/x.edi.',
    )
  })
})
