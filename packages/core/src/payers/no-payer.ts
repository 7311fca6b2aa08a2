import { OverturnError } from '../errors.ts'

export const noPayer = (id: string, organization: string): OverturnError =>
  new OverturnError('not_found', `There is no payer "${id}" in ${organization}. The list of payers names those there are.`, { command: 'overturn payers' })
