import type { ClaimRecord, DecisionRecord } from '../../imports/records.ts'
import type { WrittenFile } from '../out-file.ts'
import type { ClaimHistory, Directory } from '../records.ts'
import type { Spool } from '../spool.ts'
import { claimSegments } from './claim.ts'
import { guideOf } from './claim-types.ts'
import { InterchangeFile } from './interchange.ts'
import { ADDRESS, CLEARINGHOUSE, CONTACT, taxIdText } from './places.ts'
import { compactDate, plain, segment } from './segments.ts'

/** The guide's limit of CLM segments in one transaction, and ours in one file: some 50 MB. */
const CLAIMS_PER_TRANSACTION = 5_000
const CLAIMS_PER_FILE = 50_000
/** Between the billing provider and the claim in a spooled item. */
const SEPARATOR = '\u001F'

/** What is known of a bucket by its key: type of claim, its version and the day of submission. */
interface Batch {
  name: string
  version: string
  day: string
}

/** Claims as 837 files: one for each type and month of submission, in it a transaction for each day and billing provider. */
export class Submissions {
  readonly #spool: Spool
  readonly #directory: Directory
  readonly #batches = new Map<string, Batch>()

  constructor(spool: Spool, directory: Directory) {
    this.#spool = spool
    this.#directory = directory
  }

  /** The claim as it was first sent, and again (frequency 7) where a decision answers its correction. */
  async take({ claim, decisions }: ClaimHistory): Promise<void> {
    await this.#submit(claim, claim.submissionDate ?? claim.serviceDate ?? '')
    const answer = decisions.find(isAnswerToCorrection)
    if (!answer || claim.frequencyCode === '7') return
    const replaced = decisions[0]?.payerControlNumber ?? null
    await this.#submit({ ...claim, frequencyCode: '7', payerControlNumber: replaced }, answer.receivedOn ?? answer.decidedOn ?? '')
  }

  async write(folder: string, numberOf: () => number): Promise<WrittenFile[]> {
    const files: WrittenFile[] = []
    const months = Map.groupBy(
      [...this.#batches].sort(([left], [right]) => (left < right ? -1 : 1)),
      ([, { name, day }]) => `${name}-${day.slice(0, 7)}`,
    )
    for (const [month, batches] of months) {
      const days = batches.map(([key, batch]) => ({ key, ...batch }))
      let open: InterchangeFile | null = null
      let claims = 0
      let parts = 0
      for (const { key, version, day } of days) {
        for (const [providerId, bodies] of byProvider(await this.#spool.take(key))) {
          for (let at = 0; at < bodies.length; at += CLAIMS_PER_TRANSACTION) {
            const part = bodies.slice(at, at + CLAIMS_PER_TRANSACTION)
            if (open && claims + part.length > CLAIMS_PER_FILE) {
              files.push(await open.close())
              open = null
            }
            if (!open) {
              claims = 0
              parts += 1
              const facts = { number: numberOf(), purpose: 'HC', version, sender: 'DEMOBILLING', receiver: CLEARINGHOUSE.id, date: days.at(-1)!.day } as const
              open = await InterchangeFile.create(folder, `claims/${month}${parts > 1 ? `-part${parts}` : ''}.edi`, facts)
            }
            claims += part.length
            await this.#transaction(open, providerId, day, part)
          }
        }
      }
      if (open) files.push(await open.close())
    }
    return files
  }

  async #submit(claim: ClaimRecord, day: string): Promise<void> {
    const { name, version } = guideOf(claim)
    const key = `${name}-${day}`
    this.#batches.set(key, { name, version, day })
    await this.#spool.add(key, `${claim.providerId ?? ''}${SEPARATOR}${claimSegments(claim, this.#directory)}`)
  }

  async #transaction(file: InterchangeFile, providerId: string, day: string, claims: readonly string[]): Promise<void> {
    const control = await file.begin('837')
    const provider = this.#directory.providers.get(providerId)
    const name = plain(provider?.name ?? providerId)
    const taxId = taxIdText(provider?.taxId)
    await file.write(
      segment('BHT', '0019', '00', control, compactDate(day), '1200', 'CH') +
        segment('NM1', '41', 2, name, null, null, null, null, '46', taxId ?? plain(providerId)) +
        segment('PER', 'IC', ...CONTACT) +
        segment('NM1', '40', 2, CLEARINGHOUSE.name, null, null, null, null, '46', CLEARINGHOUSE.id) +
        segment('HL', 1, null, '20', 1) +
        segment('NM1', '85', 2, name, null, null, null, null, provider?.npi && 'XX', provider?.npi) +
        ADDRESS +
        (taxId ? segment('REF', 'EI', taxId) : ''),
    )
    for (const [index, claim] of claims.entries()) await file.write(segment('HL', index + 2, 1, '22', 0) + claim)
    await file.end()
  }
}

const isAnswerToCorrection = ({ decisionKind, payerRank, frequencyCode }: DecisionRecord) =>
  decisionKind === 'original' && payerRank === 'primary' && frequencyCode === '7'

function byProvider(items: readonly string[]): Map<string, string[]> {
  const groups = new Map<string, string[]>()
  for (const item of items) {
    const at = item.indexOf(SEPARATOR)
    const provider = item.slice(0, at)
    const own = groups.get(provider)
    if (own) own.push(item.slice(at + 1))
    else groups.set(provider, [item.slice(at + 1)])
  }
  return new Map([...groups].sort(([left], [right]) => (left < right ? -1 : 1)))
}
