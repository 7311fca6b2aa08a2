import { OverturnError } from '../errors.ts'

export const notQueued = (adjudicationId: number): OverturnError =>
  new OverturnError('not_found', `Decision ${adjudicationId} was never in doubt. "overturn matches" lists those that are.`)
