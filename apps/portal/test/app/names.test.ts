import { describe, expect, it } from 'vitest'
import { choicesOf } from '../../app/composables/use-names.ts'

const named = [
  { id: 'P1', name: 'Alder Health', toldApartBy: 'ID P1' },
  { id: 'P2', name: 'Alder Health', toldApartBy: 'ID P2' },
  { id: 'P3', name: 'Birch Mutual', toldApartBy: null },
]

describe('choices of names', () => {
  it('tell those of one name apart, and leave the others as they are', () => {
    expect(choicesOf('All payers', named, '')).toEqual([
      { label: 'All payers', value: 'all' },
      { label: 'Alder Health (ID P1)', value: 'P1' },
      { label: 'Alder Health (ID P2)', value: 'P2' },
      { label: 'Birch Mutual', value: 'P3' },
    ])
  })

  it('hold what is chosen, known or not', () => {
    expect(choicesOf('All', named, 'P2')).toHaveLength(4)
    expect(choicesOf('All', [], 'P9').at(-1)).toEqual({ label: 'P9', value: 'P9' })
  })
})
