/** What tables abbreviate, and words that mean the same. */
const MEANINGS: Record<string, string> = {
  '#': 'number',
  num: 'number',
  no: 'number',
  nbr: 'number',
  identifier: 'id',
  amt: 'amount',
  chg: 'charge',
  chrg: 'charge',
  dt: 'date',
  dos: 'date service',
  dob: 'date birth',
  birthdate: 'date birth',
  birthday: 'date birth',
  svc: 'service',
  pt: 'patient',
  pat: 'patient',
  acct: 'account',
  ins: 'insurance',
  payor: 'payer',
  prov: 'provider',
  proc: 'procedure',
  mod: 'modifier',
  dx: 'diagnosis',
  diag: 'diagnosis',
  pos: 'place service',
  qty: 'quantity',
  rev: 'revenue',
  resp: 'responsibility',
  adj: 'adjustment',
  rsn: 'reason',
  desc: 'description',
  auth: 'authorization',
  precert: 'precertification',
  thru: 'through',
  allowable: 'allowed',
}
const FILLERS = new Set(['of', 'the', 'for', 'on', 'by', 'a', 'and'])
/** Words that end in s and are no plural. */
const SINGULAR = /(?:us|is|ss)$|^hcpcs$/

/**
 * A column name as a set of words, so that "DOS", "Date of Service" and "service_date" are one. The words come sorted: their order says
 * nothing in a column name. A number is a word of its own (Mod1 is modifier 1), but ICD-10 is not the tenth diagnosis.
 */
export function headerWords(name: string): string[] {
  const words = name
    .replace(/icd[\s_-]*(?:9|10)?(?:[\s_-]*cm)?/gi, ' diagnosis ')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .replace(/([A-Za-z])(\d)/g, '$1 $2')
    .replaceAll('#', ' # ')
    .toLowerCase()
    .split(/[^a-z0-9#]+/)
    .filter(Boolean)
    .flatMap((word) => meaningOf(word).split(' '))
  return [...new Set(words.filter((word) => !FILLERS.has(word)))].sort()
}

function meaningOf(word: string): string {
  const singular = word.length > 3 && word.endsWith('s') && !SINGULAR.test(word) ? word.slice(0, -1) : word
  return [word, singular].map((form) => (Object.hasOwn(MEANINGS, form) ? MEANINGS[form] : undefined)).find((meaning) => meaning !== undefined) ?? singular
}

/** A column name without anything between its words: CLAIMID, claim_id and "Claim ID" are one. */
export const squeezed = (name: string) => name.toLowerCase().replace(/[^a-z0-9]+/g, '')
