import { describe, expect, it } from 'vitest'
import { carcs, denialReasons, rarcs } from '../../src/adjudication/catalogue.ts'
import { adjustmentKindOf, describeReason, reasonOf } from '../../src/adjudication/reasons.ts'
import { isDenying } from '../../src/adjudication/rules.ts'

const inUse = carcs.filter(({ retired }) => !retired)
const codes = new Set(carcs.map(({ code }) => code))

/** The first reasons and codes of the catalogue: patterns, claims and the synthetic truth carry them, so they may gain codes and never lose one. */
const stable: Record<string, string> = {
  'Modifier missing or inconsistent': '4 182',
  'Authorization absent': '197 15',
  'Authorization exceeded or not matching': '198 243 284 296',
  'Referral absent': '288',
  'Documentation missing or insufficient': '163 164 226 227 250 251 252',
  'Not medically necessary': '50 55 56 114',
  'Level or amount of service not supported': '150 151 152 154',
  'Filing time limit passed': '29',
  'Benefit limit or frequency reached': '35 119 149 222 273',
  'Diagnosis does not support the procedure': '11',
  'Diagnosis invalid or not specific enough': '146',
  'Code does not fit patient or provider': '6 7 8 9 10 12 170 171 172',
  'Place of service does not fit': '5 58',
  'Procedure or revenue code invalid': '181 189 199',
  'Bundled into another service': '97 190 231 234 236 B15',
  'Duplicate of an earlier claim': '18 B13',
  'Claim lacks information': '16 125 129 148 A1',
  'Provider identification missing or invalid': '206 207 208',
  'Payer not responsible for the claim': '19 20 21 24 109',
  'Other insurance not coordinated': '22 136 215',
  'Patient not identified': '31 140',
  'Coverage not in force': '26 27 32 33 34 177 200',
  'Service not covered': '49 51 53 54 60 96 167 204 258 269 272 B5',
  'Provider not eligible for this service': '183 184 185 242 299 B7',
}

describe('the adjustment reason codes', () => {
  it('are all there, each once', () => {
    const numbered = Array.from({ length: 308 }, (_, at) => String(at + 1))
    const lettered = [...series('A', 0, 8), ...series('B', 1, 23), ...series('D', 1, 23), ...series('P', 1, 32), ...series('W', 1, 9), ...series('Y', 1, 3)]
    expect([...codes]).toEqual([...numbered, ...lettered])
    expect(codes.size).toBe(carcs.length)
  })

  it('have short labels that tell them apart', () => {
    const labels = carcs.map(({ label }) => label.toLowerCase())
    expect(labels.filter((label, at) => labels.indexOf(label) !== at)).toEqual([])
    expect(carcs.filter(({ label }) => label.length > 75 || label.split(' ').length > 12 || !/^[A-Z]/.test(label) || /[.]$| {2}/.test(label))).toEqual([])
  })

  it('have a reason exactly where they deny', () => {
    expect(carcs.filter(({ kind, reason }) => (kind === 'denial') !== (reason !== null))).toEqual([])
  })

  it('never leave a number for a label, unless nobody knows the code', () => {
    expect(carcs.filter(({ code }) => reasonOf(code, []).label.startsWith('Adjustment reason'))).toEqual([])
    expect(reasonOf('999', [])).toEqual({ label: 'Adjustment reason 999', rarc: null })
    expect(adjustmentKindOf('999')).toBe('denial')
  })

  it.each(inUse.filter(({ kind }) => kind === 'denial'))('CARC $code has all that its reason says', ({ reason }) => {
    const { category, scenario, action } = describeReason(reason ?? '')
    expect([category, scenario, action]).not.toContain(null)
    expect(category).not.toBe('unclassified')
  })
})

describe('the reasons', () => {
  it('stay what they were', () => {
    for (const [label, list] of Object.entries(stable)) for (const code of list.split(' ')) expect([code, reasonOf(code, []).label]).toEqual([code, label])
  })

  it('are a number that a person can survey, each with a code in use', () => {
    expect(denialReasons.length).toBeGreaterThan(Object.keys(stable).length)
    expect(denialReasons.length).toBeLessThanOrEqual(60)
    expect(denialReasons.filter(({ label }) => !inUse.some(({ reason }) => reason === label))).toEqual([])
  })

  it('begin their codes with one in use', () => {
    const retired = new Set(carcs.flatMap((row) => (row.retired ? [row.code] : [])))
    expect(denialReasons.filter(({ carcs: own }) => retired.has(own[0] ?? ''))).toEqual([])
  })

  it('decide by a remark only beside a CARC that says little', () => {
    const [remark] = rarcs.filter(({ reason, alert }) => reason === 'Duplicate of an earlier claim' && !alert)
    expect(reasonOf('16', [remark?.code ?? '']).label).toBe('Duplicate of an earlier claim')
    expect(reasonOf('50', [remark?.code ?? '']).label).toBe('Not medically necessary')
  })
})

function series(letter: string, first: number, last: number): string[] {
  return Array.from({ length: last - first + 1 }, (_, at) => `${letter}${first + at}`)
}

describe('what an adjustment does', () => {
  it.each([
    ['45', 'price'],
    ['253', 'price'],
    ['131', 'price'],
    ['1', 'patient_share'],
    ['3', 'patient_share'],
    ['23', 'earlier_payer'],
    ['133', 'informational'],
    ['257', 'informational'],
    ['197', 'denial'],
    ['18', 'denial'],
  ])('CARC %s: %s', (code, kind) => expect(adjustmentKindOf(code)).toBe(kind))

  it.each(carcs.filter(({ kind }) => kind === 'denial'))('the rules let CARC $code deny', ({ code }) => {
    for (const group of ['CO', 'PR', 'OA', 'PI', 'CR']) expect(isDenying({ group, carc: code, amount: 100 })).toBe(true)
  })

  it.each(carcs.filter(({ kind }) => kind !== 'denial'))('the rules do not let CARC $code deny', ({ code, kind }) => {
    expect(isDenying({ group: kind === 'patient_share' ? 'PR' : 'CO', carc: code, amount: 100 })).toBe(false)
  })
})
