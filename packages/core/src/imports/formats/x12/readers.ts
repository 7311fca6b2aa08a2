import type { ClaimRecord } from '../../records.ts'
import { ClaimReader } from './claims-837.ts'
import type { Position } from './issues.ts'
import { RemittanceReader } from './remittance-835.ts'
import type { ReaderContext, TransactionFacts, TransactionReader } from './transaction.ts'

const KNOWN_835 = /^(?:004010X091|005010X221)/
/** Implementation guides of the 837, 4010 and 5010; addenda follow as A1, A2 and so on. */
const GUIDES_837 = new Map<string, ClaimRecord['claimType']>([
  ['004010X098', 'professional'],
  ['005010X222', 'professional'],
  ['004010X096', 'institutional'],
  ['005010X223', 'institutional'],
  ['004010X097', 'dental'],
  ['005010X224', 'dental'],
])

interface Opening extends TransactionFacts {
  /** ST03, else GS08. */
  version: string | null
  at: Position
}

/** Who reads a transaction of this set; null for the sets that Overturn does not read. A version that is not known is told once. */
export function readerOf(set: string | null, { version, at, ...facts }: Opening, context: ReaderContext): TransactionReader | null {
  const { out } = context
  if (set === '835') {
    if (version !== null && !KNOWN_835.test(version)) {
      out.warnOnce({ code: 'x12.835.unknown-version', message: 'The 835 names a version other than 004010X091A1 and 005010X221A1.', at, field: 'GS08' })
    }
    return new RemittanceReader(context, facts)
  }
  if (set !== '837') return null
  const claimType = GUIDES_837.get(version?.slice(0, 10) ?? '') ?? null
  if (claimType === null) {
    out.warnOnce({ code: 'x12.837.unknown-version', message: 'The 837 names no version of the guides that are known (4010 and 5010).', at, field: 'GS08' })
  }
  return new ClaimReader(context, facts.ref, claimType)
}

const MEANING = new Map<string, '835' | '837'>([
  ...['BPR', 'CLP', 'SVC', 'PLB'].map((id) => [id, '835'] as const),
  ...['CLM', 'SV1', 'SV2', 'SV3'].map((id) => [id, '837'] as const),
])

/** The set of a segment that means money or a decision; outside of a transaction it is a loss, not an oddity. */
export const setOfSegment = (id: string) => MEANING.get(id) ?? null
