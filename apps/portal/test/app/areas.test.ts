import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { rolesFor } from '@overturn/core/access/table'
import { describe, expect, it } from 'vitest'
import { AREAS, isWithin } from '../../app/utils/areas.ts'

const areas = AREAS.flatMap(({ areas }) => areas)
const pageOf = (to: string) =>
  ['index.vue', `${to.slice(1)}.vue`, `${to.slice(1)}/index.vue`].slice(to === '/' ? 0 : 1).map((file) => `../../app/pages/${file}`)

describe('the areas of the portal', () => {
  it.each(areas.map((area) => [area.label, area] as const))('are for those who may ask what they show: %s', (_, { operation, restricted = false }) => {
    expect(rolesFor(operation).length).toBeGreaterThan(0)
    expect(restricted).toBe(!rolesFor(operation).includes('viewer'))
  })

  it.each(areas.map(({ to }) => to))('have a page: %s', (to) => {
    expect(pageOf(to).some((page) => existsSync(fileURLToPath(new URL(page, import.meta.url))))).toBe(true)
  })

  it('have keys of their own', () => {
    expect(new Set(areas.map(({ key }) => key)).size).toBe(areas.length)
  })

  it.each([
    ['/', '/', true],
    ['/patterns', '/', false],
    ['/patterns/PTN-1', '/patterns', true],
    ['/patternsx', '/patterns', false],
  ])('hold their pages: %s in %s', (path, to, within) => {
    expect(isWithin(path, { to })).toBe(within)
  })
})
