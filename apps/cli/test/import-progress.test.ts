import { describe, expect, it } from 'vitest'
import type { FileResult, ImportEvent } from '@overturn/core/imports/run'
import { stopping } from '@overturn/core/imports/stopping'
import { duration, importProgress } from '../src/import-progress.ts'

type Progress = Extract<ImportEvent, { type: 'progress' }>
const step = (records: number, more: Partial<Progress> = {}): Progress => ({ type: 'progress', file: 'a.835', phase: 'merging', records, ...more })
const started: ImportEvent = { type: 'started', file: 'a.835', number: 2, of: 3 }

function follow() {
  const lines: string[] = []
  let now = 0
  const progress = importProgress(
    (line) => void lines.push(line),
    () => now,
  )
  return {
    lines,
    at: (milliseconds: number, event: ImportEvent) => {
      now = milliseconds
      progress(event)
    },
  }
}

describe('the progress of an import', () => {
  it('says which file, how far, how fast, and how long it will take once it can tell', () => {
    const { lines, at } = follow()
    at(0, started)
    at(0, step(0))
    at(1_000, step(500, { bytes: 100, ofBytes: 1_000 }))
    at(4_000, step(2_000, { bytes: 400, ofBytes: 1_000 }))
    at(10_000, step(5_000, { bytes: 1_000, ofBytes: 1_000 }))
    expect(lines).toEqual([
      '[2/3] a.835: merging 0 records (0/s)',
      '[2/3] a.835: merging 500 records, 10 % (500/s)',
      '[2/3] a.835: merging 2,000 records, 40 % (500/s, about 6 s left)',
      '[2/3] a.835: merging 5,000 records, 100 % (500/s)',
    ])
  })

  it('counts each phase and each file by itself', () => {
    const { lines, at } = follow()
    at(0, { ...started, number: 1, of: 1 })
    at(0, step(0))
    at(9_000, step(100, { phase: 'publishing' }))
    at(10_000, step(200, { phase: 'publishing' }))
    at(20_000, { ...started, number: 1, of: 1 })
    at(20_000, step(0, { phase: 'publishing' }))
    at(21_000, step(300, { phase: 'publishing' }))
    expect(lines.slice(2)).toEqual(['a.835: publishing 200 records (200/s)', 'a.835: publishing 0 records (0/s)', 'a.835: publishing 300 records (300/s)'])
  })

  it.each([
    [400, '1 s'],
    [89_000, '89 s'],
    [150_000, '3 min'],
    [5_400_000, '1 h 30 min'],
  ])('%i milliseconds are %s', (milliseconds, words) => expect(duration(milliseconds)).toBe(words))
})

describe('stopping an import', () => {
  const finished: ImportEvent = { type: 'finished', content: { serviceFrom: null, serviceTo: null, payers: [], needsColumns: false }, result: {} as FileResult }

  it('lets everything pass while nobody asks for it', () => {
    const seen: ImportEvent[] = []
    const event = stopping((one) => void seen.push(one), new AbortController().signal)
    for (const one of [started, step(1), finished]) event(one)
    expect(seen).toEqual([started, step(1), finished])
  })

  it('ends before a file and within one that nobody sees, not while it becomes visible', () => {
    const event = stopping(() => undefined, AbortSignal.abort())
    expect(() => event(started)).toThrow('The import was stopped')
    expect(() => event(step(1))).toThrow('nothing of this file was kept')
    expect(() => event(step(1, { phase: 'publishing' }))).not.toThrow()
    expect(() => event(finished)).not.toThrow()
  })
})
