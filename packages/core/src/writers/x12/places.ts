import { segment } from './segments.ts'

/** Addresses and numbers that the guides ask for and nobody has; all of them are invented. */
export const ADDRESS = segment('N3', '1 INVENTED WAY') + segment('N4', 'NOWHERE', 'IA', '500000000')
export const CONTACT = ['CLAIMS DESK', 'TE', '5550100000'] as const
/** A bank routing number and an account of nobody. */
export const BANK = ['01', '999999992', 'DA', '12345678'] as const
/** The originating company of a payment: 1 and a tax id. */
export const COMPANY = '1999999999'
export const CLEARINGHOUSE = { id: 'DEMOCLEARING', name: 'DEMONSTRATION CLEARINGHOUSE' } as const

export const taxIdText = (taxId: string | null | undefined) => taxId?.replaceAll('-', '') || null
