import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { viewFilters, type ViewScreen } from '@overturn/core/views/filters'
import { describe, expect, it } from 'vitest'
import { claimFilters } from '../../app/utils/claim-filters.ts'

/** Of the address of a screen, what is no filter: a place within it. And words, in which somebody may have typed a name. */
const PLACES = ['page', 'claim', 'cash', 'change', 'appeals', 'paid', 'search']

/** The names that a page keeps in its address, as its source has them. */
function addressOf(page: string): string[] {
  const source = readFileSync(fileURLToPath(new URL(`../../app/pages/${page}.vue`, import.meta.url)), 'utf8')
  const [, defaults = ''] = /useUrlState\(\{([^}]*)\}/.exec(source) ?? []
  return [...defaults.matchAll(/(\w+): '/g)].map(([, name]) => name!)
}

const kept = (names: readonly string[]) => names.filter((name) => !PLACES.includes(name)).sort()

describe('a saved view', () => {
  it.each<[ViewScreen, string]>([
    ['dashboard', 'index'],
    ['patterns', 'patterns/index'],
    ['worklist', 'worklist/index'],
    ['payers', 'payers/index'],
    ['policies', 'policies/index'],
    ['codes', 'codes/index'],
  ])('keeps every filter that its screen has: %s', (screen, page) => {
    expect(addressOf(page)).not.toEqual([])
    expect(viewFilters[screen]).toEqual(expect.arrayContaining(kept(addressOf(page))))
  })

  it('keeps every filter that claims have', () => {
    expect(viewFilters.claims).toEqual(expect.arrayContaining(Object.keys(claimFilters)))
  })
})
