import { describe, expect, it } from 'vitest'
import { documentOf } from '../../../../scripts/benches/truth/document.ts'
import { readOptions } from '../../../../scripts/benches/truth/options.ts'
import type { Trial } from '../../../../scripts/benches/truth/trial.ts'
import { trials } from '../../../../scripts/benches/truth/trials.ts'

describe('readOptions', () => {
  const known = ['shuffled', 'planted']

  it('runs everything in full when nothing is said', () => {
    expect(readOptions([], known)).toEqual({ only: known, share: 1, write: false })
    expect(readOptions(['--only', 'planted', '--share', '.05'], known)).toEqual({ only: ['planted'], share: 0.05, write: false })
  })

  it.each([
    [['--only', 'shufled'], '--only: "shufled"'],
    [['--share', '0'], '--share: "0"'],
    [['--share', '1.5'], '--share: "1.5"'],
    [['--share', 'half'], '--share: "half"'],
    [['--write', '--share', '0.5'], '--write: evidence is written from all'],
    [['--all'], '--all'],
  ])('refuses %j', (flags, problem) => {
    expect(() => readOptions(flags, known)).toThrow(problem)
  })
})

describe('documentOf', () => {
  const trial = (id: string): Trial => ({ id, title: `Title of ${id}`, method: 'How.', run: () => Promise.reject(new Error('not run')) })
  const machine = { cores: 2, processor: 'a processor', memoryGigabytes: 8, system: 'linux', node: '24.0.0', load: 0 }
  const measure = { what: 'recall', value: '90 %', bar: 'at least 95 %', met: false, beside: 'cells 1 | 2' }
  const result = { runs: 1234, seeds: 'seed 5', measures: [measure, { what: 'a figure', value: '7', bar: null, met: null }], limits: ['Little.'] }
  const text = documentOf([trial('one'), trial('two')], [{ id: 'one', startedAt: '2026-03-04T05:06:07Z', seconds: 61, machine, result }])

  it('tells every bar with what was measured, also one that was not met', () => {
    expect(text).toContain(String.raw`| [one](#one) | recall | at least 95 % | 90 % | NOT MET | cells 1 \| 2 |`)
    expect(text).not.toContain('| [one](#one) | a figure')
    expect(text).toContain('| a figure |  | 7 |  |  |')
  })

  it('tells seeds, day, machine and limits, and which trials were not tried', () => {
    expect(text).toContain('1,234 runs, seeds seed 5. 2026-03-04, 61 s on 2 cores (a processor), 8 GB, Node 24.0.0.')
    expect(text).toContain('- Little.')
    expect(text).toContain('| [two](#two) | not tried yet |')
  })
})

describe('the trials', () => {
  it('have an id each of their own, and say what is simulated', () => {
    expect(new Set(trials.map(({ id }) => id)).size).toBe(trials.length)
    for (const { method } of trials) expect(method.length).toBeGreaterThan(100)
  })

  it('run on a small share: nothing is found in shuffled outcomes, while cells find something', { timeout: 60_000 }, async () => {
    const { runs, measures } = await trials.find(({ id }) => id === 'shuffled')!.run({ share: 0.001, say: () => undefined })
    expect(runs).toBe(1)
    expect(measures[0]).toMatchObject({ value: expect.stringContaining('0 of 1;'), met: true, beside: expect.stringContaining('1 of 1;') })
  })
})
