import type { Evidence } from './evidence.ts'
import { verdictOf } from './report.ts'
import type { Trial } from './trial.ts'

/** docs/evidence.md: all that is claimed, how it was tried, the figures and what they do not say. */
export function documentOf(trials: readonly Trial[], evidence: readonly Evidence[]): string {
  const rows = trials.flatMap((trial) => {
    const tried = evidence.find(({ id }) => id === trial.id)
    if (!tried) return [[link(trial), 'not tried yet', '', '', '', '']]
    return tried.result.measures
      .filter(({ bar }) => bar !== null)
      .map((measure) => [link(trial), measure.what, measure.bar!, measure.value, verdictOf(measure), measure.beside ?? ''])
  })
  return [
    OPENING,
    '## In short',
    table(['trial', 'measure', 'bar', 'measured', '', 'beside'], rows),
    'Shares stand with their counts and a 95 % interval (Wilson). A bar is held against the figure itself, not against its interval.',
    METHOD,
    ...trials.flatMap((trial) =>
      sectionOf(
        trial,
        evidence.find(({ id }) => id === trial.id),
      ),
    ),
    AGAIN,
  ].join('\n\n')
}

const link = ({ id }: Trial) => `[${id}](#${id})`

function sectionOf({ id, title, method }: Trial, tried: Evidence | undefined): string[] {
  const opening = [`## ${id}`, `**${title}.** ${method}`]
  if (!tried) return [...opening, 'Not tried yet.']
  const { startedAt, seconds, machine, result } = tried
  return [
    ...opening,
    `${result.runs.toLocaleString('en-US')} runs, seeds ${result.seeds}. ${startedAt.slice(0, 10)}, ${durationText(seconds)} on ${machine.cores} cores (${machine.processor}), ${machine.memoryGigabytes} GB, Node ${machine.node}.`,
    table(
      ['measure', 'bar', 'measured', '', 'beside'],
      result.measures.map((measure) => [measure.what, measure.bar ?? '', measure.value, verdictOf(measure), measure.beside ?? '']),
    ),
    ...(result.tables ?? []).flatMap(({ caption, head, rows }) => [caption, table(head, rows)]),
    'What these figures do not say:',
    result.limits.map((limit) => `- ${limit}`).join('\n'),
  ]
}

const durationText = (seconds: number) => (seconds < 100 ? `${seconds} s` : `${Math.round(seconds / 60)} minutes`)

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}

const OPENING = `# Evidence

People act on what Overturn says: they change how claims are coded, train staff, write to payers. This page shows how far it can be believed. Every
method is put to data that were invented for the purpose, of which the answer is therefore known, and each claim has a bar that was set before anything
was measured. Beside it stands what simpler methods say of the same data. \`npm run bench -- truth --write\` writes this page; the figures are in
[evidence.json](evidence.json). Seeds are fixed: the same code says the same on every machine, times and memory aside.

What is claimed:

1. Where there is no pattern, none is found, but for one data set in twenty at most.
2. A pattern with at least 60 denials too many, at twice the rate of elsewhere or more, is found, and mostly by the very conditions that the payer
   applies. What is found is there.
3. An alert that a rate has changed comes as rarely as it says when nothing changed.
4. An interval for the denials that an action avoided holds the truth as often as it says, also for patterns that were chosen because they were high.`

const METHOD = `## How patterns are looked for

The unit is the claim. Lines of a claim share its fate, and to count them as if they did not makes chance look like a pattern. A claim is in a scope when
one of its lines meets all conditions, and it is denied there when a line in the scope was denied for the reason at the first decision, or the claim as a
whole. It is held against all other claims. Duplicates, patient responsibility, contractual reductions and days that are not mature yet are left out.

- **Test.** One-sided mid-p value of the hypergeometric distribution, both margins given: scope against all other claims (Lancaster, JASA 56:223, 1961).
- **How many were searched.** Every scope that could have been found counts, also those that the search could skip: all conjunctions of up to three
  conditions (four when one is the payer) that enough claims meet, times the reasons. Which scopes are asked about depends on the claims alone, never on
  outcomes. Larger conjunctions are counted by an upper bound.
- **False discoveries.** At most 5 %, by Benjamini and Yekutieli (Ann Stat 29:1165, 2001), which holds however tests depend on each other; those that
  were skipped count as p = 1. Scopes of one, of two and of more conditions share the error rate in thirds, by weights (Genovese, Roeder, Wasserman,
  Biometrika 93:509, 2006), so that the many of the third kind do not blind the search for the few of the first.
- **Which scope.** The one that makes the outcomes likeliest: greatest binomial log-likelihood ratio (Kulldorff, Commun Stat Theory Methods 26:1481,
  1997), less a price for each condition. Its claims are then set aside and the reason is searched again, until nothing passes. At least 10 denied claims and
  1.2 times the rate of elsewhere are asked for as well: what is certain can still be too small to matter.
- **How much more often.** Risk ratio with the score interval of Koopman (Biometrics 40:513, 1984). The scope was chosen for being high, so the ratio of a
  scope near the limit of what can be found is somewhat too large.
- **Confirmation.** The search is repeated on the earlier part of the period alone; what it finds is tested on the later part, which it did not see.

The code is in \`packages/core/src/patterns/mining/\`, \`packages/core/src/statistics/\` and, of the trials, \`scripts/benches/truth/\`. What is judged right or
wrong there is decided by code of its own that shares no counting with the search.`

const AGAIN = `## Try it again

\`\`\`sh
npm run bench -- truth --share 0.05        # a glance: a twentieth of the data sets
npm run bench -- truth --only planted      # one trial in full
npm run bench -- truth --write             # all of them in full, and this page
\`\`\`

\`--only\` takes several ids with commas between. With \`--write\`, figures of the trials that ran take the place of earlier ones, and those of others stay.
\`--write\` is refused with \`--share\`: part of the data sets is no evidence. Each false and each missed pattern is printed as it comes, with its scope, size
and ratio; the number of its data set and the seed bring it back.`
