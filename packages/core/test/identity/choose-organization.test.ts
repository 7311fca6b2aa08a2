import { describe, expect, it } from 'vitest'
import { chooseOrganization } from '../../src/identity/choose-organization.ts'
import type { Membership } from '../../src/identity/recognize.ts'

const membership = (slug: string, isDemo = false): Membership => ({ id: 1, slug, name: slug, timeZone: 'UTC', isDemo, role: 'viewer' })
const [demo, north, south] = [membership('demo', true), membership('north'), membership('south')]
const nothing = { named: null, preferred: [] }

describe('the organization of a request', () => {
  it.each([
    ['the one that is named', [north, south], { named: 'south', preferred: ['north'] }, 'south'],
    ['the one of the cookie', [north, south], { named: null, preferred: ['south', 'north'] }, 'south'],
    ['the one of the setting, where the cookie is of another server', [north, south], { named: null, preferred: ['west', 'north'] }, 'north'],
    ['the only one', [north], nothing, 'north'],
    ['the only practice, beside the demonstration', [demo, north], nothing, 'north'],
    ['the demonstration while there is nothing else', [demo], nothing, 'demo'],
    ['the only one, whatever the setting says', [north], { named: null, preferred: [null, 'south'] }, 'north'],
  ])('is %s', (_which, memberships, wanted, slug) => {
    expect(chooseOrganization(memberships, wanted).slug).toBe(slug)
  })

  it('does not exist for whoever does not belong to it', () => {
    expect(() => chooseOrganization([north], { named: 'south', preferred: [] })).toThrow(
      expect.objectContaining({ code: 'not_found', message: 'There is no organization "south".' }),
    )
  })

  it('is asked for where several could be meant', () => {
    expect(() => chooseOrganization([north, south], nothing)).toThrow(
      expect.objectContaining({ code: 'invalid_input', message: expect.stringContaining('north, south') }),
    )
  })

  it('is none for somebody whose seats were all taken', () => {
    expect(() => chooseOrganization([], nothing)).toThrow(expect.objectContaining({ code: 'forbidden' }))
  })
})
