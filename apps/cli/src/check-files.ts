import { checkClaims, type ClaimsAnswer } from '@overturn/core/checks/check-claims'
import { claimInputOf } from '@overturn/core/checks/claim-input'
import { readClaims } from '@overturn/core/checks/read-claims'
import type { Context } from '@overturn/core/context'
import { OverturnError } from '@overturn/core/errors'
import type { ReadOptions } from '@overturn/core/imports/importer'
import type { ClaimRecord } from '@overturn/core/imports/records'
import { listSources } from '@overturn/core/imports/sources/list'
import type { ImportSource } from '@overturn/core/imports/sources/source'
import { perform } from '@overturn/core/operation'

/** Claims of one question: few enough that nobody waits, and that memory does not grow with the file. */
const AT_ONCE = 200

export interface CheckedFile {
  file: string
  claims: number
  /** Pieces of it that could not be read, and so were not checked. */
  rejected: number
  /** Why it could not be read at all. */
  message: string | null
}

export interface CheckReport {
  files: CheckedFile[]
  /** Only claims with an alert; `position` counts the claims of the file from 1. */
  claims: (ClaimsAnswer['claims'][number] & { file: string })[]
  totals: ClaimsAnswer['totals']
  /** How many checks were asked. */
  checks: number
}

/** Asks about every claim of the files and keeps nothing of them. A file that cannot be read is listed with the reason, and the next one follows. */
export async function checkFiles(context: Context, paths: readonly string[], includeShadow: boolean, options: ReadOptions): Promise<CheckReport> {
  const report: CheckReport = { files: [], claims: [], totals: { claims: 0, lines: 0, claimsWithAlerts: 0, linesWithAlerts: 0, atStake: 0 }, checks: 0 }
  for (const source of await listSources(paths)) report.files.push(await checkFile(context, source, includeShadow, options, report))
  return report
}

async function checkFile(context: Context, source: ImportSource, includeShadow: boolean, options: ReadOptions, report: CheckReport): Promise<CheckedFile> {
  const file: CheckedFile = { file: source.path, claims: 0, rejected: 0, message: null }
  const ask = async (records: readonly ClaimRecord[]) => {
    if (records.length === 0) return
    const answer = await perform(checkClaims, context, { claims: records.map(claimInputOf), includeShadow })
    report.claims.push(...answer.claims.map((claim) => ({ file: source.path, ...claim, position: file.claims + claim.position })))
    for (const total of Object.keys(report.totals) as (keyof typeof report.totals)[]) report.totals[total] += answer.totals[total]
    report.totals.atStake = Math.round(report.totals.atStake * 100) / 100
    report.checks = answer.checks
    file.claims += records.length
  }
  let waiting: ClaimRecord[] = []
  try {
    for await (const { claims, issues } of readClaims(source, options)) {
      file.rejected += issues.filter(({ severity }) => severity === 'rejection').length
      waiting.push(...claims.filter(({ lines }) => lines.length > 0))
      for (; waiting.length >= AT_ONCE; waiting = waiting.slice(AT_ONCE)) await ask(waiting.slice(0, AT_ONCE))
    }
    await ask(waiting)
  } catch (error) {
    if (!(error instanceof OverturnError) || error.code !== 'unreadable_file') throw error
    // What was whole before the damage has been asked about; it is no answer for the file.
    file.message = error.message
  }
  return file
}
