/** The counts of a provider's appeals, each with the list of just those appeals (`appeals.list`) and its words. */
const appealCounts = {
  filed: {
    title: 'Appeals filed',
    what: 'filed',
    none: 'No appeal was filed in this period',
    query: (days: string) => ({ outcome: 'all', filedWithin: days }),
  },
  decided: {
    title: 'Appeals decided',
    what: 'decided by the payer',
    none: 'No appeal was decided in this period',
    query: (days: string) => ({ outcome: 'all', decidedWithin: days }),
  },
  won: {
    title: 'Appeals won',
    what: 'decided and won wholly or in part',
    none: 'No appeal was won in this period',
    query: (days: string) => ({ outcome: 'won', decidedWithin: days }),
  },
}
export type AppealCount = keyof typeof appealCounts

/** By its name in the address; whatever else stands there is read as those filed. */
export const appealCountOf = (name: string) => (Object.hasOwn(appealCounts, name) ? appealCounts[name as AppealCount] : appealCounts.filed)
