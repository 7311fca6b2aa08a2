import { OverturnError } from '../errors.ts'

export const notQueued = (adjudicationId: number): OverturnError =>
  new OverturnError('not_found', `Decision ${adjudicationId} was never in doubt. The list of doubtful matches has those that are.`, {
    command: 'overturn matches',
  })
