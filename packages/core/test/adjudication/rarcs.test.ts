import { describe, expect, it } from 'vitest'
import { denialReasons } from '../../src/adjudication/catalogue.ts'
import { rarcs } from '../../src/adjudication/catalogue/rarcs.ts'
import { parseRarcs } from '../../src/adjudication/catalogue/rarcs/table.ts'

const byCode = new Map(rarcs.map((row) => [row.code, row]))
const duplicates = (values: readonly string[]) => values.filter((value, at) => values.indexOf(value) !== at)
const codesWhere = (rights: boolean) => rarcs.filter((row) => row.appealRights === rights).map((row) => row.code)

/** The numbers of a series that the table leaves out: reserved ones, and those whose meaning is not certain. */
const expectNumbers = (prefix: string, last: number, width: number, gaps: readonly number[]) => {
  const missing = Array.from({ length: last }, (_, at) => at + 1).filter((number) => !byCode.has(prefix + String(number).padStart(width, '0')))
  expect(missing).toEqual(gaps)
}

describe('the remark codes', () => {
  it('have unique, well-formed codes', () => {
    expect(rarcs.filter((row) => !/^(M|MA|N)\d+$/.test(row.code))).toEqual([])
    expect(duplicates(rarcs.map((row) => row.code))).toEqual([])
  })

  it('leave out no number but the known gaps', () => {
    expectNumbers('M', 144, 0, [])
    expectNumbers('MA', 134, 2, [127])
    expectNumbers('N', 885, 0, [735, 742, 813, 814])
  })

  it('have short labels in plain words', () => {
    const words = (label: string) => label.split(' ').length
    expect(rarcs.filter(({ label }) => words(label) < 3 || words(label) > 12 || label.length > 80)).toEqual([])
    expect(rarcs.filter(({ label }) => !/^[A-Z0-9]/.test(label) || label.endsWith('.') || / {2}|incomplete\/invalid|\balert:/i.test(label))).toEqual([])
  })

  it('tell codes apart by label', () => {
    expect(duplicates(rarcs.map((row) => row.label.toLowerCase()))).toEqual([])
  })

  it('point only to reasons of the catalogue', () => {
    const labels = new Set(denialReasons.map((reason) => reason.label))
    expect(rarcs.filter(({ reason }) => reason !== null && !labels.has(reason))).toEqual([])
  })

  it('reach every reason of the catalogue, save those that only a CARC names', () => {
    const reached = new Set(rarcs.map((row) => row.reason))
    expect(denialReasons.filter((reason) => !reached.has(reason.label)).map((reason) => reason.label)).toEqual([
      'Authorization late or expired',
      'Authorization was refused',
      'Referral exceeded or not valid',
      'Stay cannot be grouped for payment',
      'Related service not found',
      "Belongs on another provider's claim",
      'Patient is in hospice care',
      'Belongs to another plan of the patient',
      'Balance of an earlier payer not covered',
      'Rules of the plan not followed',
      'Circumstances excluded from coverage',
      'Emergency not recognized',
      'Readmission or preventable complication',
      'Refused after review by the payer',
      'Earlier decision upheld',
      'Appeal late or not in order',
      'Service not performed',
      'Injury insurance rules not met',
    ])
  })

  it.each(denialReasons.flatMap((reason) => reason.rarcs.map((code) => [code, reason.label] as const)))(
    'map %s to "%s" as the catalogue does',
    (code, label) => {
      expect(byCode.get(code)?.reason).toBe(label)
    },
  )

  it('explain no adjustment by an alert, besides those the catalogue decides by', () => {
    const deciding = new Set(denialReasons.flatMap((reason) => reason.rarcs))
    expect(rarcs.filter((row) => row.alert && row.reason !== null && !deciding.has(row.code))).toEqual([])
  })

  it('know which codes refuse an appeal and which grant one', () => {
    expect(codesWhere(false)).toEqual(['MA44', 'MA113', 'MA130', 'N83', 'N111', 'N211', 'N704'])
    expect(codesWhere(true)).toEqual('M25 M27 MA01 MA02 MA03 N1 N136 N137 N138 N187 N210 N220 N355 N358 N368 N469 N830 N858 N859 N885'.split(' '))
  })

  it.each([
    ['M15', 'Bundled into another service', false],
    ['M62', 'Authorization absent', false],
    ['M127', 'Documentation missing or insufficient', false],
    ['MA01', null, true],
    ['MA67', null, true],
    ['MA130', 'Claim lacks information', false],
    ['N211', null, true],
    ['N362', 'Benefit limit or frequency reached', false],
    ['N425', 'Service not covered', false],
    ['N428', 'Place of service does not fit', false],
    ['N489', 'Referral absent', false],
    ['N560', 'Filing time limit passed', false],
    ['N569', 'Diagnosis does not support the procedure', false],
    ['N661', 'Not medically necessary', false],
    ['N706', 'Documentation missing or insufficient', false],
    ['N822', 'Modifier missing or inconsistent', false],
  ])('know %s', (code, reason, alert) => {
    expect(byCode.get(code)).toMatchObject({ reason, alert })
    expect(byCode.get(code)).not.toHaveProperty('retired')
  })

  it('mark withdrawn codes', () => {
    expect(['M57', 'M78', 'MA38', 'MA119', 'N14', 'N29', 'N102', 'N365'].filter((code) => byCode.get(code)?.retired !== true)).toEqual([])
  })
})

describe('parseRarcs', () => {
  it('reads code, flags, reason and label', () => {
    expect(parseRarcs('\nM1|A-R|auth|Some words here\nN2|||Other words\n')).toEqual([
      { code: 'M1', label: 'Some words here', alert: true, reason: 'Authorization absent', appealRights: false, retired: true },
      { code: 'N2', label: 'Other words', alert: false, reason: null, appealRights: null },
    ])
  })

  it.each(['M1|A|auth', 'X1|||Some words', 'M1|Z||Some words', 'M1||nothing|Some words', 'M1||| '])('refuses the line %j', (line) => {
    expect(() => parseRarcs(line)).toThrow('no row')
  })
})
