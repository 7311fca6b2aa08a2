import { describe, expect, it } from 'vitest'
import { codeEntries } from '../../src/codes/entries.ts'
import { searched } from '../../src/codes/list.ts'
import { codeEntry } from '../../src/codes/schemas.ts'

const found = (search: string) => searched(codeEntries, search).map(({ system, code }) => `${system} ${code}`)

describe('the codes of the catalogue', () => {
  it('have all that is shown of them', () => {
    for (const entry of codeEntries) expect(codeEntry.safeParse(entry).success).toBe(true)
    expect(codeEntries.filter(({ reason, category }) => reason !== null && category === 'unclassified')).toEqual([])
    expect(codeEntries.find(({ system, code }) => system === 'carc' && code === '197')).toMatchObject({
      reason: 'Authorization absent',
      category: 'authorization',
      scenario: 'missing-documentation',
      action: 'operational_system',
      remedy: 'appeal',
      adjustmentKind: 'denial',
      alert: null,
      retired: false,
    })
    expect(codeEntries.find(({ code }) => code === '45')).toMatchObject({ reason: null, category: 'unclassified', remedy: 'none', adjustmentKind: 'price' })
    expect(codeEntries.find(({ code }) => code === 'N211')).toMatchObject({ system: 'rarc', adjustmentKind: null, appealRights: false })
  })

  it('are found by number, the very one first', () => {
    expect(found('b7')[0]).toBe('carc B7')
    expect(found('18').slice(0, 3)).toEqual(['carc 18', 'carc 180', 'carc 181'])
  })

  it('are found by words, all of them, in any order and case', () => {
    expect(found('Deadline FILING')).toContain('carc 29')
    expect(found('filing time limit')).toContain('carc 29')
    expect(found('authorization absent')).toContain('carc 197')
    expect(found('no such words at all')).toEqual([])
    expect(found('   ')).toHaveLength(codeEntries.length)
  })
})
