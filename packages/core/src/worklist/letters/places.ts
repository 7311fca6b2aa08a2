/** The places of a letter that are filled in, by the name that stands between two braces, with the words for a letter in which one stays open. */
export const places = {
  date: 'today',
  organization: 'name of the practice',
  letterhead: 'letterhead of the practice',
  payer: 'payer',
  'payer.address': 'address for appeals',
  'patient.name': 'name of the patient',
  'patient.birthDate': 'birth date of the patient',
  'member.id': 'member number',
  'claim.number': 'claim number',
  'payer.claimNumber': 'claim number of the payer',
  'service.date': 'date of service',
  'decision.date': 'date of the decision',
  'denial.reasons': 'reasons of the denial',
  'denied.amount': 'amount denied',
  lines: 'denied lines',
  evidence: 'evidence',
  deadline: 'last day to appeal or correct',
} as const satisfies Record<string, string>

export type Place = keyof typeof places
export type PlaceValues = Record<Place, string | null>
export const placeNames = Object.keys(places) as Place[]

const PLACE = /\{\{([^{}]*)\}\}/g
const isPlace = (name: string): name is Place => Object.hasOwn(places, name)

/** Names between braces that are no places, as they were written; each once. */
export const unknownPlaces = (body: string): string[] => [
  ...new Set([...body.matchAll(PLACE)].map(([, name = '']) => name.trim()).filter((name) => !isPlace(name))),
]

/** The letter with its places filled in; one whose value is not known stays open, in words and brackets, and is named. An unknown place stays as it stands. */
export function fillPlaces(body: string, values: PlaceValues): { text: string; missing: Place[] } {
  const missing = new Set<Place>()
  const text = body.replace(PLACE, (whole, inner: string) => {
    const name = inner.trim()
    if (!isPlace(name)) return whole
    const value = values[name]
    if (value !== null) return value
    missing.add(name)
    return `[${places[name]}]`
  })
  return { text, missing: [...missing] }
}
