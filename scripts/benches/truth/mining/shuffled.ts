import { median, whole } from '../../imports/table.ts'
import type { Trial } from '../trial.ts'
import { makeDataSet, search, seedsText, setsOf } from './data-set.ts'
import { shuffleOutcomes } from './outcomes.ts'
import { cellPatterns, guidePatterns } from './others.ts'
import { scopeText, shareText } from './text.ts'

const STREAM = 101
const SETS = 200
const CLAIMS = 20_000
const BAR = 0.05

/** Nothing is there to be found: how often is something found? */
export const shuffledTrial: Trial = {
  id: 'shuffled',
  title: 'No pattern at all: outcomes shuffled over the claims',
  method:
    'Each data set holds 20,000 claims of an invented practice of its own, with everyday denials. Then the outcomes are shuffled over the claims, so that no attribute of a claim ' +
    'has anything to do with whether and why it was denied, while claims, denials and reasons stay as many as they were. Counted are the data sets in which the search finds ' +
    'anything above the level of a reason. Beside it stand the cells of payer and procedure code that have five denials of a reason at twice its overall rate, and the ' +
    'detector by reason alone (five denials in 30 days), which takes any reason that is common for a pattern.',
  run: ({ share, say }) => {
    const sets = setsOf(SETS, share)
    let withFindings = 0
    const searched: number[] = []
    const cells: number[] = []
    const byReason: number[] = []
    for (let number = 0; number < sets; number++) {
      const { claims, random } = makeDataSet(STREAM, number, CLAIMS)
      shuffleOutcomes(claims, random)
      const result = search(claims)
      const findings = result.findings.filter(({ scope }) => scope.length > 0)
      if (findings.length > 0) withFindings++
      for (const { reason, scope, q } of findings) say(`data set ${number}: ${reason}: ${scopeText(scope)} (q ${q.toPrecision(2)})`)
      searched.push(result.searched)
      cells.push(cellPatterns(claims).length)
      byReason.push(guidePatterns(claims).length)
      if ((number + 1) % 20 === 0) say(`${number + 1} of ${sets} data sets, ${withFindings} with a finding`)
    }
    const atLeastOne = (counts: readonly number[]) => shareText(counts.filter((count) => count > 0).length, sets)
    return Promise.resolve({
      runs: sets,
      seeds: seedsText(STREAM),
      measures: [
        {
          what: 'data sets with any finding above reason level',
          value: shareText(withFindings, sets),
          bar: 'at most 5 %',
          met: withFindings <= BAR * sets,
          beside: `cells of payer and code: ${atLeastOne(cells)}, ${median(cells)} findings in the median set; by reason alone: ${atLeastOne(byReason)}, ${median(byReason)} findings`,
        },
        { what: 'scopes searched in a data set, median', value: whole(median(searched)), bar: null, met: null },
      ],
      limits: [
        'Claims are independent of each other here. Claims that share their fate, such as a batch that was sent with a wrong number, are more alike than chance; a batch is then ' +
          'found as a pattern, and whether it lasts is what confirmation on a later period asks.',
        'A difference that is real but that nobody calls a pattern (one payer that denies a little more of everything) is not simulated in this trial; the planted trials have it.',
      ],
    })
  },
}
