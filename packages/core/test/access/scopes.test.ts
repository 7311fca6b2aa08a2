import { describe, expect, it } from 'vitest'
import { EVERYTHING, isInScope, outOfScope, scopes } from '../../src/access/scopes.ts'
import { operations } from '../../src/operations.ts'

const named = (name: string) => operations.find((operation) => operation.name === name)!

describe('the scopes of a token', () => {
  it.each([
    ['claims.list', ['claims.read'], true],
    ['claims.list', ['claims.write'], false],
    ['claims.list', ['patterns.read'], false],
    ['imports.undo', ['imports.read'], false],
    ['imports.undo', ['claims.read', 'imports.write'], true],
    ['imports.rejects.list', ['imports.read'], true],
    ['tokens.revoke', [EVERYTHING], true],
    ['claims.list', [], false],
  ])('%s with %j: %s', (name, granted, allowed) => {
    expect(isInScope(named(name), granted)).toBe(allowed)
  })

  it.each(['members.invite', 'members.changeRole', 'tokens.create'])('let nobody in: %s', (name) => {
    expect(isInScope(named(name), [...scopes])).toBe(false)
    expect(outOfScope(named(name))).toContain('is for people who have signed in')
  })

  it('open nothing but what they name', () => {
    for (const scope of scopes.filter((one) => one !== EVERYTHING)) {
      const [area, kind] = scope.split('.')
      for (const operation of operations.filter((one) => isInScope(one, [scope])))
        expect({ area: operation.name.split('.')[0], kind: operation.kind }).toEqual({ area, kind })
    }
  })
})
