import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { assertCandidate, assertWithdrawable, prepare, release, takeBack, type Changes, type Release } from '../../src/releases/rules.ts'
import { NEWEST, versionOf, versions } from '../../src/releases/versions.ts'

const day = (n: number) => new Date(Date.UTC(2026, 2, n))
const known = (version: number, state: Release['state'], releasedOn: number | null = null, computed = true): Release => ({
  version,
  state,
  computedAt: computed ? day(1) : null,
  releasedAt: releasedOn === null ? null : day(releasedOn),
  releasedBy: null,
})

describe('versions', () => {
  it('have numbers of their own, in order', () => {
    expect(versions.map(({ version }) => version)).toEqual(versions.map((_, index) => index + 1))
    expect(versionOf(NEWEST.version)).toBe(NEWEST)
    expect(() => versionOf(NEWEST.version + 1)).toThrow(/no computation version 3; it has: 1, 2\./)
  })
})

describe('the steps of a release', () => {
  const begun = [known(1, 'released')]
  const prepared = [known(1, 'released'), known(2, 'candidate')]
  const released = [known(1, 'retired'), known(2, 'released', 2)]

  it.each<[step: string, Changes, Changes]>([
    ['prepare a new version', prepare(begun, 2), [{ version: 2, state: 'candidate' }]],
    ['prepare a candidate again', prepare(prepared, 2), [{ version: 2, state: 'candidate' }]],
    ['prepare a retired one', prepare(released, 1), [{ version: 1, state: 'candidate' }]],
    [
      'release',
      release(prepared, 2),
      [
        { version: 1, state: 'retired' },
        { version: 2, state: 'released' },
      ],
    ],
    [
      'take back',
      takeBack(released),
      [
        { version: 2, state: 'candidate' },
        { version: 1, state: 'released' },
      ],
    ],
    [
      'take back to what was released last, not to what is highest',
      takeBack([known(1, 'retired', 7), known(2, 'retired', 5), known(3, 'released', 9)]),
      [
        { version: 3, state: 'candidate' },
        { version: 1, state: 'released' },
      ],
    ],
  ])('%s', (_, changes, expected) => expect(changes).toEqual(expected))

  it.each<[step: string, () => unknown, RegExp]>([
    ['prepare what is released', () => prepare(begun, 1), /1 is released already/],
    ['release what nobody prepared', () => release(begun, 2), /2 is no candidate. Prepare it first/],
    ['release what is released', () => release(released, 2), /2 is released already/],
    ['release what is retired', () => release(released, 1), /1 is no candidate/],
    ['release what is not computed', () => release([known(1, 'released'), known(2, 'candidate', null, false)], 2), /2 is not computed yet/],
    ['look at what is no candidate', () => assertCandidate(begun, 2), /Prepare it first/],
    ['take back the beginning', () => takeBack(begun), /no version before/],
    ['take back with a candidate alone', () => takeBack(prepared), /no version before/],
    ['give up what is released', () => assertWithdrawable(released, 2), /no candidate/],
  ])('refuses to %s', (_, step, message) => {
    expect(step).toThrow(expect.objectContaining({ code: 'conflict', message: expect.stringMatching(message) as string }) as Error)
  })

  it('leaves one version released whatever is done, and taking back undoes releasing', () => {
    const steps = fc.array(fc.record({ name: fc.constantFrom('prepare', 'release', 'takeBack'), version: fc.integer({ min: 1, max: 4 }) }), { maxLength: 30 })
    fc.assert(
      fc.property(steps, (list) => {
        let releases: Release[] = [known(1, 'released')]
        for (const [index, { name, version }] of list.entries()) {
          const before = releases.find(({ state }) => state === 'released')!.version
          const changes = attempt(() =>
            name === 'prepare' ? prepare(releases, version) : name === 'release' ? release(releases, version) : takeBack(releases),
          )
          if (!changes) continue
          releases = applied(releases, changes, index)
          expect(releases.filter(({ state }) => state === 'released')).toHaveLength(1)
          if (name !== 'release') continue
          expect(applied(releases, takeBack(releases), index).find(({ state }) => state === 'released')!.version).toBe(before)
        }
      }),
    )
  })
})

function attempt(step: () => Changes): Changes | null {
  try {
    return step()
  } catch {
    return null
  }
}

function applied(releases: readonly Release[], changes: Changes, at: number): Release[] {
  const changed = changes.map(({ version, state }) => ({
    ...(releases.find((release) => release.version === version) ?? known(version, state)),
    state,
    ...(state === 'released' && { releasedAt: day(at + 2) }),
  }))
  return [...releases.filter(({ version }) => !changes.some((change) => change.version === version)), ...changed]
}
