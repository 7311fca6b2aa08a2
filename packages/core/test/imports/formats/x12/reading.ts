import { x12Importer } from '../../../../src/imports/formats/x12/importer.ts'
import type { ClaimRecord, DecisionRecord, ImportRecord, IssueRecord } from '../../../../src/imports/records.ts'
import { chunked } from '../../../factories/x12.ts'

export interface Read {
  records: ImportRecord[]
  issues: string[]
  decisions: DecisionRecord[]
  claims: ClaimRecord[]
  /** What can be mended, one for each rejected claim. */
  contents: string[]
}

/** Reads bytes to the end: all records, the codes of the issues, the decisions, the claims. */
export async function readX12(bytes: Uint8Array, { partial = false, chunk = bytes.length } = {}): Promise<Read> {
  const records: ImportRecord[] = []
  for await (const batch of x12Importer.read(chunked(bytes, chunk), { partial })) records.push(...batch)
  const issues = records.filter((record): record is IssueRecord => record.kind === 'issue')
  return {
    records,
    issues: issues.map(({ code }) => code),
    decisions: records.filter((record): record is DecisionRecord => record.kind === 'decision'),
    claims: records.filter((record): record is ClaimRecord => record.kind === 'claim'),
    contents: issues.flatMap(({ content }) => content ?? []),
  }
}

export function only<Kind extends ImportRecord['kind']>(records: ImportRecord[], kind: Kind): Extract<ImportRecord, { kind: Kind }> {
  const found = records.filter((record) => record.kind === kind)
  if (found.length !== 1) throw new Error(`Expected one ${kind}, found ${found.length}`)
  return found[0] as Extract<ImportRecord, { kind: Kind }>
}

/** What refusing a file says, or 'not refused'. */
export async function refusalOf(bytes: Uint8Array, partial = false): Promise<string> {
  try {
    await readX12(bytes, { partial })
    return 'not refused'
  } catch (thrown) {
    const { name, code, message } = thrown as { name: string; code: string; message: string }
    return `${name} ${code}: ${message}`
  }
}
