import { OverturnError } from '../errors.ts'
import { FIGURES, figures, PARTS, type Figure, type NumberName } from './numbers.ts'
import type { SourceName } from './sources.ts'

/** Where a figure comes from: the daily rows of a source, of one subject or of all. */
export interface Part {
  source: SourceName
  column: string
  subject?: string | undefined
  /** Of the thing itself: before its first row nothing was known of the thing. */
  isOwn: boolean
}
type Parts = Partial<Record<Figure, Pick<Part, 'source' | 'column'>>>

/** What a number can be asked about: the organization (or one payer), a pattern, a policy or a provider. */
export interface Target {
  payer?: string | undefined
  pattern?: string | undefined
  /** Whether the pattern has a scope, and so a population of its own. */
  scoped?: boolean
  policy?: string | undefined
  provider?: string | undefined
}

const ORGANIZATION: Parts = {
  ...Object.fromEntries(figures.map((figure): [Figure, Parts[Figure]] => [figure, { source: 'submission', column: FIGURES[figure].column }])),
  recovered: { source: 'payment', column: FIGURES.recovered.column },
}

const ofThing = (source: SourceName, population: string): Parts => ({
  adjudicated: { source, column: population },
  denied: { source, column: 'denied_count' },
  deniedAmount: { source, column: 'dollars_denied' },
})

/** By day of service. The population of a pattern by reason alone is the organization's; the adjudicated claims of a policy are those that hit it. */
type Kind = 'pattern' | 'policy' | 'provider'
const SCOPED_PATTERN = ofThing('pattern', 'claim_count')
const THINGS: Record<Kind, Parts> = {
  pattern: { ...ofThing('pattern', ''), adjudicated: { source: 'service', column: FIGURES.adjudicated.column } },
  policy: ofThing('policy', 'hit_count'),
  provider: {
    ...ofThing('provider', 'claim_count'),
    pending: { source: 'provider', column: 'pending_count' },
    billed: { source: 'provider', column: 'billed_amount' },
    paid: { source: 'provider', column: 'paid_amount' },
  },
}

/** The parts that a number of this target is made of. Throws `invalid_input` for two targets, or a number that the target does not have. */
export function partsOf(metric: NumberName, { payer, scoped = false, ...things }: Target): { of: Map<Figure, Part>; isThing: boolean } {
  const named = (Object.keys(THINGS) as Kind[]).filter((kind) => things[kind] !== undefined)
  const given = [...(payer === undefined ? [] : ['payer' as const]), ...named]
  if (given.length > 1) throw invalid(given[1]!, `cannot be given together with ${given[0]}: a number is explained of one of them`)
  const kind = named[0]
  const parts = kind === undefined ? ORGANIZATION : scoped ? SCOPED_PATTERN : THINGS[kind]
  const subject = kind === undefined ? payer : things[kind]
  const wanted = PARTS[metric].map((figure) => [figure, parts[figure]] as const)
  if (kind !== undefined && wanted.some(([, part]) => part === undefined))
    throw invalid('metric', `a ${kind} has ${numbersIn(parts).join(', ')}; not ${metric}`)
  const of = new Map(
    wanted.map(([figure, part]): [Figure, Part] => {
      const isOwn = kind !== undefined && part!.source !== 'service'
      return [figure, { ...part!, isOwn, subject: kind === undefined || isOwn ? subject : undefined }]
    }),
  )
  return { of, isThing: kind !== undefined }
}

const numbersIn = (parts: Parts) => (Object.keys(PARTS) as NumberName[]).filter((name) => PARTS[name].every((figure) => figure in parts))

const invalid = (field: string, message: string) => new OverturnError('invalid_input', `${field}: ${message}.`, { fields: [{ field, message }] })
