/** What every number means, in plain words, shown behind the "i" beside it. The rules stand in docs/metrics.md; a change there belongs here too. */
export const definitions = {
  totalClaims: [
    'Claims',
    'Claims submitted in the period, decided or not. A claim without a known submission date counts by the date its payer received it, else by its date of service.',
  ],
  denialRate: [
    'Denial rate',
    'Of the claims submitted in the period that have a first decision, the share whose first decision denied every charged line. Claims still waiting, and exact duplicates, are in neither number. With as many claims as these the true rate lies within the 95% interval 19 times in 20.',
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
    'What fewer denials are worth: for each pattern whose rate fell significantly, the denials that did not happen, at its mean charge and the share of such charges that is usually paid. It compares the latest 60 mature days with the first 60 of each pattern and does not follow the period chosen. An estimate, and 0 while no fall that counts is significant: where patterns name where a reason is denied, they are counted and the reason as a whole is not, so that no denial counts twice. Never added to cash recovered. What followed a recorded action is measured on Impact, against comparable claims; the two numbers differ.',
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
    'Denied in six months',
    'Claims denied for this pattern with a date of service in the last six months; each counts once, however many of its lines were denied.',
  ],
  impact: ['Denied charges', 'Charges of the denials of the last six months.'],
  avgDenialAmount: ['Mean denial', 'Mean charge of a denial of this pattern, last six months.'],
  totalAtRisk: [
    'At risk, six months',
    'Denied charges of claims served in the last six months whose last day to appeal or correct has not passed, those under an open appeal included. What can be filed today, also for older claims, stands under What to do.',
  ],
  velocity: ['Denied claims per month', 'Those denied claims divided by the months observed, one to six.'],
  confidence: [
    'Confidence, of 100',
    'How sure it is that what was found is more than chance, corrected for the number of combinations looked at. Whether later claims bear it out is another question: “Confirmed” answers it. Without a scope: the number of denials, full at ten.',
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
  checkPrecision: [
    'Right',
    'Of the decided claims that the check spoke of, or would have, the share that was denied for its reason. The range below holds the true value 19 times in 20. Worth something only beside the rate elsewhere: that of the claims it says nothing of.',
  ],
  baseline: ['Baseline', 'The first 60 days from the first denial of the pattern, by date of service.'],
  current: ['Current', 'The latest 60 days that are nearly fully decided, by date of service.'],
  learningProgress: ['Learning progress, of 100', 'How well recent practice on this pattern went, 0 to 100, judged with caution while there are few answers.'],
  openAtRisk: [
    'At risk, can still be got back',
    'Charges that are still denied and can still be appealed or corrected: their last day, by the windows of the payer, lies within a year from today. Claims under an open appeal are not in it: what can be filed for them was. Whatever the period above.',
  ],
  impactVerified: [
    'Cash verified',
    'Payments on denials of the patterns about which something was done, from the day of the first action on. Every cent stands in a remittance; what was taken back is taken off. It does not say that the action brought the payment.',
  ],
  impactAvoided: [
    'Denials avoided (estimate)',
    'Denials that comparable claims let expect after what was done, less those that came. Weeks after it are set against weeks before it, and both against comparable claims, so that what moved all claims is not counted. The range holds the true number 19 times in 20. In dollars: at the mean denied charge and the share of such charges that is usually paid. Never added to the cash.',
  ],
  impactChange: [
    'Change of the odds',
    'By how much the odds of a denial changed against comparable claims: -30% is three tenths fewer. The range holds the true change 19 times in 20.',
  ],
  impactControl: [
    'Comparable claims',
    'What would have happened anyway is read from claims that nothing was done about, as close to the pattern as there are enough of: same payer and reason, same reason, same payer, or else denials for all other reasons.',
  ],
  impactPaidShare: ['Usually paid', 'Of each dollar charged that is not denied, the share that is paid.'],
  payerDenialRate: [
    'Denial rate',
    'Of the claims submitted to this payer in the period that have a first decision, the share whose first decision denied every charged line. The range holds the true rate 19 times in 20: a small payer has a wide one, and says little.',
  ],
  payerMatureRate: [
    'Denial rate, complete days',
    'The same, of those days of the period whose decisions are nearly all in, as the pace of this payer lets one expect. Recent days look better or worse than they will.',
  ],
  payerTrend: [
    'Trend',
    'Rising or falling only where the denial rate of the last 30 complete days of submission differs significantly from that of the 30 before; steady also where either has fewer than 20 decided claims.',
  ],
  openDenials: [
    'Can still be got back',
    'Charges that are still denied and can still be appealed or corrected, by the windows of the payer. Claims under an open appeal are not among them. Whatever the period above.',
  ],
  appealsWon: [
    'Appeals won',
    'Of the appeals that the payer decided in the period, the share won in full or in part. The range holds the true share 19 times in 20.',
  ],
  decisionDays: [
    'Days to the first decision',
    'Days from submission within which half of the first decisions came, and nine in ten of them, among the latest claims that are old enough to be decided. Unknown under 20 decisions.',
  ],
  appealDays: ['Days to decide an appeal', 'Half of the appeals decided in the period took at most so many days from filing.'],
  inconsistent: [
    'Decided both ways',
    'The payer denied lines and paid others with the same procedure, modifiers, place of service and category of diagnosis, served within 30 days of each other. Not every one is a mistake of the payer, but each can be asked about.',
  ],
  rateChange: [
    'Changes of the denial rate',
    'Denial rates that have changed, found by a watch over every day that calls one false change a year at most. The onset is the most likely first day of service with the new rate; the range holds the true day 19 times in 20.',
  ],
  appealWindow: ['Appeal window', 'Days after a decision in which this payer lets it be appealed. 180 are assumed until somebody says what its contract says.'],
  timelyFiling: [
    'Filing limit',
    'Days after the service in which this payer lets a claim be filed or corrected. 365 are assumed until somebody says what its contract says.',
  ],
  providerDenialRate: [
    'Denial rate',
    'Of the claims served in the period by this provider that have a first decision, the share whose first decision denied every charged line. Exact duplicates are in neither number. With as many claims as these the true rate lies within the 95% interval 19 times in 20.',
  ],
  providerDeniedAmount: [
    'Denied amount',
    'Charges of the lines that were denied at the first decision, for claims served in the period by this provider, of the charges of all those that are decided. What was paid later is not taken off.',
  ],
  providerPaidAmount: ['Paid', 'All payments so far, less those taken back, on the claims served in the period by this provider.'],
  providerAppeals: [
    'Appeals filed',
    "Appeals of this provider's claims that were filed in the period, each once. Decided ones count by the day of the decision; won are those won in full or in part.",
  ],
  expectedDenials: [
    'Expected for this case mix',
    "Denials that the other providers' rates give for this provider's own claims, by payer, type of claim and kind of service. Nobody is compared with themselves, nor with easier claims.",
  ],
  observedExpected: [
    'Observed / expected',
    'Denials of the last twelve months divided by those expected for this case mix. 1 is as expected. The range holds the true ratio 19 times in 20.',
  ],
  funnelLimits: [
    'Limits',
    'Where nothing but chance and the usual differences between providers are at work, 95 of 100 providers of this size and mix lie within the inner limits, and 998 of 1,000 within the outer ones. Beyond them it is worth looking at the claims; it is no verdict on anybody.',
  ],
  policyHits: [
    'Claims hit',
    'Decided claims of the last three months, by day of service, with a line that meets every condition of the policy. Each claim counts once.',
  ],
  policyDenialRate: [
    'Denied of those hit',
    'Of the claims hit, the share denied at the first decision on a line that is hit. The range holds the true share 19 times in 20.',
  ],
  policyImpact: ['Denied charges', 'Charges of the denied lines that are hit, last three months. What was paid later is not taken off.'],
  policyTrend: [
    'Trend',
    'Rising or falling only where the rate of the last 30 complete days differs significantly from that of the 30 before; otherwise steady.',
  ],
  codeDenialRate: [
    'Denial rate of the code',
    'Of the decided lines with the code, served in the twelve months up to the last computation, the share denied at the first decision. The range holds the true share 19 times in 20.',
  ],
  meanAllowed: ['Mean allowed', 'Mean allowed amount of the lines that are not denied now and of which the payer states one.'],
  codeComparison: [
    'Paid beside denied',
    'Decided lines of the code by what they bear. Paid: not denied at the first decision. A line with two modifiers or diagnoses counts under both. A difference says where to look; it need not be the cause.',
  ],
  expectedAmount: [
    'Expected',
    'Charges still denied that can be got back, times the chance that such denials are paid in the end: of those like them that were appealed or corrected and decided, the share paid. Where few were decided it is drawn towards the whole organization, at last towards one half. “Most per day left” orders by expected dollars divided by the days left plus seven, a week to prepare.',
  ],
} as const satisfies Record<string, readonly [label: string, definition: string]>

export type Metric = keyof typeof definitions
export const metricLabel = (metric: Metric) => definitions[metric][0]
export const metricDefinition = (metric: Metric) => definitions[metric][1]
