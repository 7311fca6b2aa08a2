import type { releaseStates } from '../db/schema/releases.ts'
import { OverturnError } from '../errors.ts'

export type ReleaseState = (typeof releaseStates)[number]

/** How far a version is launched in an organization. */
export interface Release {
  version: number
  state: ReleaseState
  /** Since when every pattern has been computed by it; null while that has not been done. */
  computedAt: Date | null
  /** When it became what everybody sees, the last time, and by whom; null for what the organization began with. */
  releasedAt: Date | null
  releasedBy: string | null
}

/** What a step changes: the versions whose state it sets. All others stay. */
export type Changes = readonly { version: number; state: ReleaseState }[]

const conflict = (message: string) => new OverturnError('conflict', message)
const of = (releases: readonly Release[], version: number) => releases.find((release) => release.version === version)

/** A version becomes a candidate, computed beside what is released. */
export function prepare(releases: readonly Release[], version: number): Changes {
  if (of(releases, version)?.state === 'released') throw conflict(`Version ${version} is released already: there is nothing to prepare.`)
  return [{ version, state: 'candidate' }]
}

/** Throws `conflict` unless the version is a candidate whose numbers are there. */
export function assertCandidate(releases: readonly Release[], version: number): void {
  const found = of(releases, version)
  if (found?.state === 'released') throw conflict(`Version ${version} is released already: it is no candidate.`)
  if (found?.state !== 'candidate') throw conflict(`Version ${version} is no candidate. Prepare it first ("overturn releases prepare ${version}").`)
  if (found.computedAt === null) throw conflict(`Version ${version} is not computed yet. Prepare it again ("overturn releases prepare ${version}").`)
}

/** The candidate becomes what everybody sees; what was released before is kept as retired, to be taken back to. */
export function release(releases: readonly Release[], version: number): Changes {
  assertCandidate(releases, version)
  const before = releases.filter(({ state }) => state === 'released')
  return [...before.map((old) => ({ version: old.version, state: 'retired' as const })), { version, state: 'released' }]
}

/** Back to the version that was released before; the one that is taken back is a candidate again, so that it can be looked into. */
export function takeBack(releases: readonly Release[]): Changes {
  const time = ({ releasedAt }: Release) => releasedAt?.getTime() ?? -Infinity
  const before = releases.filter(({ state }) => state === 'retired').sort((a, b) => time(b) - time(a) || b.version - a.version)[0]
  const current = releases.find(({ state }) => state === 'released')
  if (!before || !current)
    throw conflict(
      'There is no version before the one that is released: nothing was released here that could be taken back. "overturn releases" lists what there is.',
    )
  return [
    { version: current.version, state: 'candidate' },
    { version: before.version, state: 'released' },
  ]
}

/** Throws `conflict` unless there is a candidate to give up. */
export function assertWithdrawable(releases: readonly Release[], version: number): void {
  if (of(releases, version)?.state !== 'candidate') throw conflict(`Version ${version} is no candidate: there is nothing to withdraw.`)
}
