import type { Specialty } from './providers.ts'
import { weighted, type Weighted } from './random.ts'
import { procedure, type Procedure } from './services.ts'

/** One line a visit may bring: which procedure, how often it is there at all, how many units. */
export interface LineOption {
  procedures: Weighted<Procedure>
  chance: number
  units: readonly [low: number, high: number]
}

/** A kind of visit: it decides the lines, the diagnoses and the place. */
export interface Visit {
  lines: readonly LineOption[]
  diagnoses: Weighted<string>
  /** 11 office, 10 telehealth at home, 22 hospital outpatient, 24 surgery center. */
  places: Weighted<string>
}

const list = (text: string): [string, number][] =>
  text.split(', ').map((entry) => {
    const [item = '', weight = '1'] = entry.split(' ')
    return [item, Number(weight)]
  })
const line = (codes: string, chance = 1, units: readonly [number, number] = [1, 1]): LineOption => ({
  procedures: weighted(list(codes).map(([code, weight]) => [procedure(code), weight] as const)),
  chance,
  units,
})
const visit = (lines: LineOption[], diagnoses: string, places = '11'): Visit => ({
  lines,
  diagnoses: weighted(list(diagnoses)),
  places: weighted(list(places)),
})

const blood = (chance: number) => line('36415', chance)
const labs = (chance: number) => line('80053 5, 85025 3, 83036 3, 84443 2', chance)

const bySpecialty: Record<Specialty, [Visit, number][]> = {
  'Family Medicine': [
    [
      visit(
        [line('99213 6, 99214 3, 99212 1'), line('87880 2, 81003 2, 85025 1', 0.4), line('J1885', 0.14, [1, 2]), line('71046', 0.08)],
        'J06.9 5, R05.9 3, N39.0 3, R51.9 2, M54.50 3',
        '11 92, 10 8',
      ),
      36,
    ],
    [visit([line('99214 6, 99213 4'), blood(0.55), labs(0.5), line('93000', 0.1)], 'I10 6, E11.9 5, E78.5 4, E03.9 2, K21.9 1', '11 95, 10 5'), 36],
    [visit([line('99396 3, 99397 1'), blood(0.6), labs(0.55), line('93000', 0.35)], 'Z00.00 7, Z00.01 3'), 14],
    [
      visit(
        [line('99213 6, 99214 4'), line('17000 3, 69210 3, 11102 2, 20610 3'), line('J3301', 0.25, [2, 4])],
        'L57.0 3, H61.23 3, D48.5 2, M17.11 2, M25.561 1',
      ),
      14,
    ],
  ],
  Cardiology: [
    [visit([line('99214 6, 99215 2, 99204 2'), line('93000', 0.65), blood(0.12)], 'I10 3, I25.10 4, I48.91 3, R07.9 2'), 60],
    [visit([line('93306'), line('99214', 0.3)], 'R06.02 3, R07.9 3, I50.9 3, I48.91 2, R01.1 2', '11 65, 22 35'), 30],
    [visit([line('93015'), line('99213', 0.3)], 'R07.9 4, I25.10 4, R94.31 2'), 10],
  ],
  Orthopedics: [
    [
      visit([line('99213 5, 99214 3, 99203 3'), line('73562 5, 73030 3, 72100 2', 0.7)], 'M17.9 4, M17.11 3, M25.561 3, M75.101 2, M54.50 2', '11 90, 22 10'),
      55,
    ],
    [
      visit(
        [line('20610 8, 20550 2'), line('99213 5, 99214 3', 0.6), line('J3301 3, J1885 1', 0.75, [1, 4]), line('73562', 0.3)],
        'M17.9 4, M17.11 3, M25.561 3, M75.101 3',
      ),
      45,
    ],
  ],
  Gastroenterology: [
    [visit([line('99214 5, 99204 3, 99213 3'), blood(0.25), labs(0.25)], 'K21.9 4, K58.9 2, R10.9 3, K59.00 2'), 50],
    [visit([line('45378 5, 45380 4, 45385 3')], 'Z12.11 5, K63.5 3, K62.5 2, R19.5 2', '24 60, 22 40'), 35],
    [visit([line('43239')], 'K21.9 4, K29.50 2, R13.10 2', '24 60, 22 40'), 15],
  ],
  'Physical Therapy': [
    [visit([line('97110', 1, [1, 3]), line('97140', 0.7), line('97530 2, 97112 2', 0.5, [1, 2])], 'M54.50 4, M25.561 3, M62.81 2, M75.101 2, Z47.1 2'), 85],
    [visit([line('97161'), line('97110', 0.6)], 'M54.50 4, M25.561 3, M75.101 2'), 15],
  ],
  'Behavioral Health': [
    [visit([line('90837 6, 90834 4')], 'F41.1 5, F33.1 4, F43.23 3, F32.9 3', '11 55, 10 45'), 88],
    [visit([line('90791')], 'F41.1 4, F33.1 3, F43.23 3', '11 70, 10 30'), 12],
  ],
}

export const visitMix = Object.fromEntries(Object.entries(bySpecialty).map(([specialty, visits]) => [specialty, weighted(visits)])) as Record<
  Specialty,
  Weighted<Visit>
>
