import { rarcsM } from './rarcs/m.ts'
import { rarcsMa } from './rarcs/ma.ts'
import { rarcsN001 } from './rarcs/n001.ts'
import { rarcsN200 } from './rarcs/n200.ts'
import { rarcsN400 } from './rarcs/n400.ts'
import { rarcsN600 } from './rarcs/n600.ts'
import type { RarcRow } from './rarcs/table.ts'

export type { RarcRow } from './rarcs/table.ts'

/** The remittance advice remark codes (M, MA, N) in use, and the withdrawn ones that old remittances still carry. */
export const rarcs: readonly RarcRow[] = [...rarcsM, ...rarcsMa, ...rarcsN001, ...rarcsN200, ...rarcsN400, ...rarcsN600]
