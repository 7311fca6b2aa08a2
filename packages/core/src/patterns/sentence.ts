import type { ProcedureGroup } from '../codes/groups.ts'
import { inOrder, type Condition, type ScopeField, type ScopeOp } from './scope/condition.ts'

/** What people call a family of procedure codes: one of them, and several. */
const GROUP_NAMES: Record<ProcedureGroup, readonly [one: string, many: string]> = {
  'office-visit': ['office visit', 'office visits'],
  'preventive-visit': ['preventive visit', 'preventive visits'],
  'hospital-visit': ['hospital visit', 'hospital visits'],
  consultation: ['consultation', 'consultations'],
  'emergency-visit': ['emergency visit', 'emergency visits'],
  'other-visit': ['visit elsewhere', 'visits elsewhere'],
  laboratory: ['laboratory test', 'laboratory work'],
  endoscopy: ['endoscopy', 'endoscopies'],
  procedure: ['procedure', 'procedures'],
  anesthesia: ['anesthesia', 'anesthesia'],
  imaging: ['imaging', 'imaging'],
  immunization: ['immunization', 'immunizations'],
  counseling: ['counseling', 'counseling'],
  dialysis: ['dialysis', 'dialysis'],
  eye: ['eye service', 'eye services'],
  'cardiac-test': ['cardiac test', 'cardiac tests'],
  'vascular-test': ['vascular test', 'vascular tests'],
  allergy: ['allergy service', 'allergy services'],
  infusion: ['infusion', 'infusions'],
  therapy: ['therapy', 'therapy'],
  drug: ['drug', 'drugs'],
  ambulance: ['ambulance', 'ambulance transports'],
  equipment: ['equipment', 'equipment'],
  dental: ['dental service', 'dental services'],
}

const namesOf = (group: string): readonly [one: string, many: string] => GROUP_NAMES[group as ProcedureGroup] ?? [group, group]
/** "office visits", "laboratory work"; a family that is not known stands for itself. */
export const groupName = (group: string): string => namesOf(group)[1]
const CLAIM_TYPES: Readonly<Record<string, string>> = { professional: 'professional', institutional: 'institutional', dental: 'dental', pharmacy: 'pharmacy' }

/** Names of payers and providers by their ids; an id without one stands for itself. */
export interface Names {
  payer: (id: string) => string
  provider: (id: string) => string
}

type Phrase = (value: string, names: Names) => string

/** What stands behind the service: by whom, how, when. A field and an op that are not here are said in `subject`, in `services`, or in plain terms. */
const PHRASES: { [Key in `${ScopeField} ${ScopeOp}`]?: Phrase } = {
  'provider is': (id, { provider }) => `of ${provider(id)}`,
  'provider not': (id, { provider }) => `not of ${provider(id)}`,
  'procedureCode not': (code) => `other than ${code}`,
  'procedureCode has': (code) => `with ${code} on the same claim`,
  'procedureCode lacks': (code) => `without ${code} on the same claim`,
  'procedureCode startsWith': (code) => `with codes that begin with ${code}`,
  'procedureGroup not': (group) => `other than ${groupName(group)}`,
  'procedureGroup has': (group) => `with a same-day ${namesOf(group)[0]}`,
  'procedureGroup lacks': (group) => `without a same-day ${namesOf(group)[0]}`,
  'diagnosis is': (code) => `with diagnosis ${code}`,
  'diagnosis has': (code) => `with diagnosis ${code}`,
  'diagnosis not': (code) => `without diagnosis ${code}`,
  'diagnosis lacks': (code) => `without diagnosis ${code}`,
  'diagnosis startsWith': (prefix) => (prefix.length < 3 ? `with a diagnosis that begins with ${prefix}` : `with a diagnosis of ${prefix}`),
  'placeOfService is': (place) => `at place of service ${place}`,
  'placeOfService not': (place) => `at places of service other than ${place}`,
  'claimType not': (type) => `on claims that are not ${type}`,
  'daysToSubmission above': (days) => `submitted more than ${days} days after the service`,
  'modifier is': (modifier) => `with modifier ${modifier}`,
  'modifier has': (modifier) => `with modifier ${modifier}`,
  'modifier not': (modifier) => `when modifier ${modifier} is missing`,
  'modifier lacks': (modifier) => `when modifier ${modifier} is missing`,
}
/** A condition for which the language has no phrase, in its own terms. */
const OPS: Record<ScopeOp, string> = { is: 'is', not: 'is not', has: 'has', lacks: 'lacks', startsWith: 'begins with', above: 'is above' }
/** Missing things are said last: they are what somebody can add. */
const isLast = ({ field }: Condition) => field === 'modifier'

/**
 * A scope as people say it: "Northfield Health denies 99213 with a same-day procedure when modifier 25 is missing". It holds no counts, so that it
 * never goes out of date.
 */
export function scopeSentence(scope: readonly Condition[], names: Names): string {
  const ordered = inOrder(scope)
  const is = (field: ScopeField) => ordered.find((condition) => condition.field === field && condition.op === 'is')
  const [payer, code, group, type] = [is('payer'), is('procedureCode'), is('procedureGroup'), is('claimType')]
  const subject = payer ? `${names.payer(String(payer.value))} denies` : 'Payers deny'
  const claims = type ? `${CLAIM_TYPES[String(type.value)] ?? String(type.value)} claims` : 'claims'
  const services = code ? String(code.value) : group ? groupName(String(group.value)) : claims
  const said = [payer, code ?? group, type]
  const rest = ordered.filter((condition) => !said.includes(condition))
  const ends = [...rest.filter((condition) => !isLast(condition)), ...rest.filter(isLast)].map((condition) => phraseOf(condition, names))
  const on = type && (code ?? group) ? [`on ${claims}`] : []
  return [`${subject} ${services}`, ...on, ...ends].join(' ')
}

function phraseOf({ field, op, value }: Condition, names: Names): string {
  const phrase = PHRASES[`${field} ${op}`]
  return phrase ? phrase(String(value), names) : `where ${field} ${OPS[op]} ${value}`
}
