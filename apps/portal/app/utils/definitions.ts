/** What every number means, in plain words, shown behind the "i" beside it. The rules stand in docs/metrics.md; a change there belongs here too. */
export const definitions = {
  totalClaims: [
    'Claims',
    'Claims submitted in the period, decided or not. A claim without a known submission date counts by the date its payer received it, else by its date of service.',
  ],
  denialRate: [
    'Denial rate',
    'Of the claims submitted in the period that have a first decision, the share whose first decision denied every charged line. Claims still waiting, and exact duplicates, are in neither number.',
  ],
  deniedAmount: [
    'Denied amount',
    'Charges of the lines that were denied at the first decision, for claims submitted in the period, of the charges of all those that are decided. What was paid later is not taken off.',
  ],
  cashRecovered: [
    'Cash recovered',
    'Payments received in the period for lines that had first been denied. Every cent stands in a remittance. By date of payment, whenever the claim was submitted. No filter of the claims gives this number: each claim shows its own decisions and payments.',
  ],
  revenueRecovered: [
    'Revenue recovered (estimate)',
    'What fewer denials are worth: for each pattern whose rate fell significantly, the denials that did not happen, at its mean charge and the share of such charges that is usually paid. It compares the latest 60 mature days with the first 60 of each pattern and does not follow the period chosen. An estimate, and 0 while no fall is significant. Never added to cash recovered.',
  ],
  criticalPatterns: [
    'Critical patterns',
    'Patterns that are not archived and had more than 20 denials worth more than $5,000 in the last six months. The thresholds are settings.',
  ],
  patternsDetected: ['Patterns', 'Patterns that are not archived: denial reasons that come back, with the claims they could have happened to.'],
  pendingClaims: ['Waiting', 'Claims submitted in the period that have no decision yet.'],
  adjudicatedClaims: ['Decided', 'Claims submitted in the period that have a first decision.'],
  deniedClaims: ['Denied', 'Claims whose first decision denied every charged line.'],
  partiallyDeniedClaims: ['Partially denied', 'Claims whose first decision denied some of the charged lines. They are not in the denial rate.'],
  duplicateClaims: ['Duplicates', 'Claims denied only as duplicates of an earlier claim. They are outside the denial rate.'],
  approvalRate: ['Approval rate', 'Of the decided claims, the share that was not denied. Waiting claims are no approvals.'],
  finalDenialRate: ['Final denial rate', 'As the denial rate, by the latest decision instead of the first: what stayed denied after corrections and appeals.'],
  lineDenialRate: ['Line denial rate', 'Of the decided claim lines, the share that was denied at the first decision.'],
  dollarDenialRate: ['Dollar denial rate', 'Of the decided charges, the share that was denied at the first decision.'],
  maturity: [
    'Decided so far',
    'The share of the claims of this period that is expected to be decided by now, from how long decisions have taken so far. Under 90 % the period is not compared with another.',
  ],
  frequency: [
    'Denied claims, last six months',
    'Claims denied for this pattern with a date of service in the last six months; each counts once, however many of its lines were denied.',
  ],
  impact: ['Impact', 'Charges of those denials.'],
  avgDenialAmount: ['Mean denial', 'Mean charge of a denial of this pattern, last six months.'],
  totalAtRisk: ['At risk', 'Denied charges of the last six months that can still be appealed or corrected.'],
  velocity: ['Denied claims per month', 'Those denied claims divided by the months observed, one to six.'],
  confidence: [
    'Confidence',
    'How sure it is that this pattern is more than chance, corrected for the number of patterns looked at. Without a scope: the number of denials, full at ten.',
  ],
  recency: ['Days since the latest', 'Days since the date of service of the latest denial.'],
  trend: ['Trend', 'Rising or falling only when the denial rate of the last 30 mature days differs significantly from the 30 days before; otherwise steady.'],
  tier: [
    'Tier',
    'Critical: more than 20 denials and $5,000 in six months. High: more than 10 and $2,000. Medium: more than 5. Else low. The thresholds are settings.',
  ],
  patternDenialRate: [
    'Denial rate of the pattern',
    'Of the decided claims that the pattern could have happened to, paid ones included, the share denied for its reason.',
  ],
  preventable: [
    'Preventable',
    'What preventing this pattern would have brought in over the last six months: its denials beyond the rate elsewhere, at the mean allowed amount, times the chance that such money is paid in the end. The range holds the true amount 19 times in 20. Unknown where a pattern is every claim with one reason: there is no elsewhere to compare it with.',
  ],
  scopeRate: [
    'Denied here, elsewhere',
    'Of the decided claims with a line that meets every condition of the pattern, those denied for its reason; below, the share of all other claims denied for the same reason. Counted over the days that were searched, up to two years.',
  ],
  ratio: [
    'Times as often',
    'The rate in this scope divided by the rate elsewhere. The range below holds the true value 19 times in 20; where nothing was denied elsewhere, only its lower end is known.',
  ],
  chanceAdjusted: [
    'Chance-adjusted',
    'With so many combinations looked at, some stand out by chance alone. Among findings at least as strong as this one, this share is expected to be mere chance. The smaller, the surer. Statisticians call it q.',
  ],
  searched: [
    'Combinations looked at',
    'Combinations of payer, procedure, modifier, diagnosis, place, provider and days to submission with enough claims, for every denial reason. The more are looked at, the stronger a finding has to be.',
  ],
  confirmed: [
    'Confirmed',
    'Whether claims that the search had not seen, served later, are denied more often here as well. Confirmed: they are. Not yet confirmed: fewer than 20 of them are decided. Not borne out: there are enough, and they do not show it.',
  ],
  baseline: ['Baseline', 'The first 60 days from the first denial of the pattern, by date of service.'],
  current: ['Current', 'The latest 60 days that are nearly fully decided, by date of service.'],
  learningProgress: ['Learning progress', 'How well recent practice on this pattern went, 0 to 100, judged with caution while there are few answers.'],
} as const satisfies Record<string, readonly [label: string, definition: string]>

export type Metric = keyof typeof definitions
export const metricLabel = (metric: Metric) => definitions[metric][0]
export const metricDefinition = (metric: Metric) => definitions[metric][1]
