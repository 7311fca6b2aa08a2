import { sql } from 'drizzle-orm'
import type { z } from 'zod'
import type { Context } from '../context.ts'
import type { TenantTransaction } from '../db/tenant.ts'
import { defineOperation } from '../operation.ts'
import { refreshPatterns } from '../patterns/refresh.ts'
import { memberIds, previewersOf } from './previewers.sql.ts'
import { assertCandidate, assertWithdrawable, prepare, release, takeBack } from './rules.ts'
import { listReleasesInput, previewInput, releasesOutput, stepOutput, takeBackInput, versionInput, type Releases } from './schemas.ts'
import { releasedVersion, shownVersion } from './shown.sql.ts'
import { applyChanges, deleteRelease, lockReleases, readReleases, setPreviewers, type StoredRelease } from './sql.ts'
import { versionOf, versions } from './versions.ts'

export const listReleases = defineOperation({
  name: 'releases.list',
  kind: 'read',
  summary: 'Lists the versions of the computation, and how far each is launched here.',
  input: listReleasesInput,
  output: releasesOutput,
  run: (context) => releasesOf(context),
})

export const prepareRelease = defineOperation({
  name: 'releases.prepare',
  kind: 'write',
  summary: 'Makes a version of the computation a candidate: its numbers are computed beside the released ones.',
  input: versionInput,
  output: stepOutput,
  run: (context, { version }) =>
    step(context, { step: 'prepare', version }, (tx, releases) =>
      applyChanges(tx, context.organization.id, prepare(releases, versionOf(version).version), changedBy(context)),
    ),
})

export const previewRelease = defineOperation({
  name: 'releases.preview',
  kind: 'write',
  summary: 'Chooses the members who see a candidate in place of what is released.',
  input: previewInput,
  output: releasesOutput,
  async run(context, { version, add, remove }) {
    const { db, organization, actor, log } = context
    await db.transaction(async (tx) => {
      const releases = await lockReleases(tx, organization.id)
      assertCandidate(releases, version)
      const before = releases.find((candidate) => candidate.version === version)!.previewers
      const added = await memberIds(tx, organization.id, add)
      const removed = await memberIds(tx, organization.id, remove, before)
      const members = [...new Set([...before, ...added])].filter((member) => !removed.includes(member)).sort()
      await setPreviewers(tx, organization.id, version, members, changedBy(context))
    })
    log.info({ organizationId: organization.id, version, by: actor.id, added: add.length, removed: remove.length }, 'changed who previews a computation')
    return releasesOf(context)
  },
})

export const releaseVersion = defineOperation({
  name: 'releases.release',
  kind: 'write',
  summary: 'Makes a candidate what everybody sees.',
  input: versionInput,
  output: stepOutput,
  run: (context, { version }) =>
    step(context, { step: 'release', version }, (tx, releases) =>
      applyChanges(tx, context.organization.id, release(releases, versionOf(version).version), changedBy(context)),
    ),
})

export const takeBackRelease = defineOperation({
  name: 'releases.takeBack',
  kind: 'write',
  summary: 'Goes back to the version that was released before, or gives up a candidate.',
  input: takeBackInput,
  output: stepOutput,
  run: (context, { version }) =>
    step(context, { step: 'take back', version }, async (tx, releases) => {
      if (version === undefined) return applyChanges(tx, context.organization.id, takeBack(releases), changedBy(context))
      assertWithdrawable(releases, version)
      return deleteRelease(tx, context.organization.id, version)
    }),
})

const changedBy = ({ actor, now }: Context) => ({ by: actor.id, now })

/** Changes states in one transaction, then computes all patterns by what holds now. */
async function step(
  context: Context,
  done: { step: string; version: number | undefined },
  change: (tx: TenantTransaction, releases: StoredRelease[]) => Promise<void>,
): Promise<z.input<typeof stepOutput>> {
  const { db, organization, actor, log } = context
  await db.transaction(async (tx) => change(tx, await lockReleases(tx, organization.id)))
  log.info({ organizationId: organization.id, ...done, by: actor.id }, 'changed the release of a computation')
  const patterns = await refreshPatterns(context)
  return { ...(await releasesOf(context)), by: actor.id, patterns }
}

/** Every version that this program has, the newest first, and what the organization has made of it. */
async function releasesOf({ db, organization: { id }, actor, now }: Context): Promise<Releases> {
  const { rows, people, current } = await db.transaction(async (tx) => {
    const rows = await readReleases(tx, id)
    return {
      rows,
      people: await previewersOf(tx, id, [...new Set(rows.flatMap(({ previewers }) => previewers))]),
      current: await tx.row<{ released: number; shown: number }>(sql`select ${releasedVersion(id)} as released, ${shownVersion(id, actor)} as shown`),
    }
  })
  const { released, shown } = current!
  const releases = versions.toReversed().map(({ version, summary }) => {
    const row = rows.find((known) => known.version === version)
    return {
      version,
      summary,
      state: row?.state ?? (version === released ? ('released' as const) : ('available' as const)),
      previewers: (row?.previewers ?? []).map((member) => people.get(member)!),
      preparedAt: row?.preparedAt.toISOString() ?? null,
      computedAt: row?.computedAt?.toISOString() ?? null,
      releasedAt: row?.releasedAt?.toISOString() ?? null,
      releasedBy: row?.releasedBy ?? null,
      changedAt: row?.changedAt?.toISOString() ?? null,
      changedBy: row?.changedBy ?? null,
    }
  })
  return { releases, shown, asOf: now.toISOString() }
}
