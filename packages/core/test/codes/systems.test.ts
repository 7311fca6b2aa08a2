import { describe, expect, it } from 'vitest'
import { carcs, rarcs } from '../../src/adjudication/catalogue.ts'
import { codeSystems, exampleOf, readCode } from '../../src/codes/systems.ts'

describe('the codes of a code list', () => {
  it.each([
    ['carc', ' b7 ', 'B7'],
    ['carc', 'M15', 'M15'],
    ['carc', '1000', null],
    ['carc', 'N130', null],
    ['rarc', 'ma04', 'MA04'],
    ['rarc', '197', null],
    ['cpt', '99213', '99213'],
    ['cpt', '100', '00100'],
    ['cpt', '0001u', '0001U'],
    ['hcpcs', 'J1885', 'J1885'],
    ['hcpcs', '25', '25'],
    ['icd10', 'E11.9', 'E119'],
    ['icd10', 'e119', 'E119'],
    ['icd10', '0DTJ4ZZ', '0DTJ4ZZ'],
    ['icd10', '250.00', null],
    ['revenue', '450', '0450'],
    ['cdt', 'D0120', 'D0120'],
    ['cdt', '0120', null],
    ['pos', '2', '02'],
    ['pos', '123', null],
    ['pos', '', null],
  ] as const)('%s: %j is %j', (system, text, code) => expect(readCode(system, text)).toBe(code))

  it.each(codeSystems)('%s has an example that is one', (system) => {
    for (const example of exampleOf(system).split(/,? or |, /)) expect(readCode(system, example)).not.toBeNull()
  })

  it('are all those of the catalogue', () => {
    expect(carcs.filter(({ code }) => readCode('carc', code) !== code)).toEqual([])
    expect(rarcs.filter(({ code }) => readCode('rarc', code) !== code)).toEqual([])
  })
})
