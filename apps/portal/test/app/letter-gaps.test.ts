import { builtInTemplates } from '@overturn/core/worklist/letters/built-in'
import { describe, expect, it } from 'vitest'
import { gapsOf } from '../../app/utils/letter-gaps.ts'

describe('the gaps of a letter', () => {
  it.each([
    ['Dear [payer], on [date]', ['payer', 'date']],
    ['All is said', []],
    ['[] and [open', []],
    ['[over\ntwo lines]', ['over\ntwo lines']],
  ])('of %j', (text, gaps) => expect(gapsOf(text)).toEqual(gaps))

  it('are in every letter that comes with Overturn', () => {
    expect(builtInTemplates.filter(({ body }) => gapsOf(body).length === 0)).toEqual([])
  })
})
