import { OverturnError } from '../errors.ts'
import type { ReadOptions } from '../imports/importer.ts'
import { importerFor } from '../imports/registry.ts'
import type { ClaimRecord, IssueRecord } from '../imports/records.ts'
import type { ImportSource } from '../imports/sources/source.ts'

export interface ReadPiece {
  claims: ClaimRecord[]
  issues: IssueRecord[]
}

/**
 * The claims of a file of any format that brings claims, some at a time, and what is wrong with it; nothing is stored. Only claims for payment: an
 * authorization is not denied as a claim is. Throws `unreadable_file` for one that cannot be read.
 */
export async function* readClaims(source: ImportSource, options: ReadOptions): AsyncGenerator<ReadPiece> {
  const importer = await importerFor(source)
  for await (const batch of importer.read(source.bytes(), options)) {
    const claims = batch.filter((record) => record.kind === 'claim').filter(({ use }) => use === 'claim')
    const issues = batch.filter((record) => record.kind === 'issue')
    if (claims.length + issues.length > 0) yield { claims, issues }
  }
}

/** The claims of an X12 text as it stands in a request. Throws `invalid_input` where it cannot be read or a claim of it not taken. */
export async function claimsOfText(text: string): Promise<ClaimRecord[]> {
  const bytes = Buffer.from(text, 'utf8')
  const source: ImportSource = {
    name: 'x12',
    path: 'x12',
    bytes: async function* () {
      yield bytes
    },
  }
  const claims: ClaimRecord[] = []
  try {
    for await (const piece of readClaims(source, { partial: false })) {
      claims.push(...piece.claims)
      const rejected = piece.issues.find(({ severity }) => severity === 'rejection')
      if (rejected) throw unreadable(rejected.message)
    }
  } catch (error) {
    if (error instanceof OverturnError && error.code === 'unreadable_file') throw unreadable(error.message)
    throw error
  }
  if (claims.length === 0) throw unreadable('It holds no claim. Expected an X12 837.')
  return claims
}

const unreadable = (message: string) => new OverturnError('invalid_input', `The input is not valid: x12: ${message}`, { fields: [{ field: 'x12', message }] })
