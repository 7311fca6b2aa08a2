import type { ProcedureGroup } from '../codes/groups.ts'
import type { Cents } from '../money.ts'

export interface Procedure {
  code: string
  group: ProcedureGroup
  /** What the group charges for one unit. */
  charge: Cents
  /** Done on one side of the body: LT or RT belongs on the line. */
  sided: boolean
  /** Has a professional component of its own (modifier 26) when the device is the hospital's. */
  component: boolean
}

// group, then code and charge in dollars; L: sided, C: component
const rows: [ProcedureGroup, string][] = [
  ['office-visit', '99203 245, 99204 365, 99212 105, 99213 165, 99214 240, 99215 330'],
  ['preventive-visit', '99396 265, 99397 285'],
  ['laboratory', '36415 25, 80053 60, 85025 45, 83036 55, 84443 75, 81003 25, 87880 50'],
  ['procedure', '20610 290 L, 20550 210 L, 17000 180, 69210 110, 11102 260'],
  ['drug', 'J1885 40, J3301 25'],
  ['imaging', '71046 140 C, 73562 150 LC, 73030 130 LC, 72100 150 C'],
  ['cardiac-test', '93000 95, 93306 980 C, 93015 520'],
  ['endoscopy', '45378 1250, 45380 1550, 45385 1750, 43239 1200'],
  ['therapy', '97110 85, 97140 80, 97530 90, 97112 85, 97161 210'],
  ['counseling', '90791 330, 90834 195, 90837 260'],
]

export const procedures: ReadonlyMap<string, Procedure> = new Map(
  rows.flatMap(([group, list]) =>
    list.split(', ').map((entry) => {
      const [code = '', charge, marks = ''] = entry.split(' ')
      return [code, { code, group, charge: Number(charge) * 100, sided: marks.includes('L'), component: marks.includes('C') }] as const
    }),
  ),
)

export function procedure(code: string): Procedure {
  const found = procedures.get(code)
  if (!found) throw new RangeError(`The synthetic practice group does not offer ${code}.`)
  return found
}
