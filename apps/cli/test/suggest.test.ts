import { describe, expect, it } from 'vitest'
import { suggest } from '../src/suggest.ts'

describe('suggestions', () => {
  const known = ['import', 'patterns', 'pattern', 'status']

  it.each([
    ['improt', 'import'],
    ['imports', 'import'],
    ['patern', 'pattern'],
    ['stat', 'status'],
    ['x', null],
    ['delete', null],
  ])('%s: %s', (word, meant) => expect(suggest(word, known)).toBe(meant))
})
