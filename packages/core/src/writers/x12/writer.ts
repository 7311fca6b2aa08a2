import { join } from 'node:path'
import { payerHabits } from '../../synthetic/habits.ts'
import type { PackFormat } from '../format.ts'
import { Directory } from '../records.ts'
import { Spool } from '../spool.ts'
import { Payments } from './payments.ts'
import { Submissions } from './submissions.ts'

/** 837 and 835 files. What they cannot say is an appeal. */
export const x12Format: PackFormat = {
  name: 'x12',
  label: 'X12 837 claims and 835 remittances, 005010',
  asSaid: (history) => history,
  absent: ['appeals'],
  providersBy: 'npi',
  writer: ({ folder, seed }) => {
    const spool = new Spool(join(folder, '.unfinished'))
    const directory = new Directory()
    const submissions = new Submissions(spool, directory)
    const payments = new Payments(spool, directory)
    const asSent = payerHabits(seed)
    let claims = 0
    let files = 0
    return {
      async take(record) {
        switch (record.kind) {
          case 'payer':
          case 'provider':
            return directory.see(record)
          case 'history':
            await submissions.take(record)
            return payments.takeDecisions(asSent(record.decisions, claims++))
          case 'remittance':
          case 'plb':
            return payments.take(record)
        }
      },
      async finish() {
        const numberOf = () => ++files
        return [...(await submissions.write(folder, numberOf)), ...(await payments.write(folder, numberOf))]
      },
      abandon: () => spool.remove(),
    }
  },
}
