/** A letter with places to fill in. */
export interface Template {
  id: string
  name: string
  body: string
}

const head = `{{letterhead}}

{{date}}

{{payer}}
{{payer.address}}

`
const subject = (title: string) => `${title}
Patient: {{patient.name}}, born {{patient.birthDate}}
Member number: {{member.id}}
Our claim number: {{claim.number}}
Your claim number: {{payer.claimNumber}}
Date of service: {{service.date}}
Decision of: {{decision.date}}

`
const close = `
Please send your written decision to the address above. If you uphold the denial, please name the clause, the guideline or the edit on which it rests, and how to appeal further.

Sincerely,


{{organization}}
`

/**
 * Letters that come with Overturn, in our own words. They state what the claim's data knows and nothing else: what somebody has to look up (in the record
 * of the visit, in an acceptance report) is a gap in square brackets that says what belongs there. A practice changes one by saving its own.
 */
export const builtInTemplates: readonly Template[] = [
  {
    id: 'built-in:medical-necessity',
    name: 'Appeal: not medically necessary',
    body: `${head}${subject('Appeal of a denial for medical necessity')}To whom it may concern:

You denied {{denied.amount}} of this claim: {{denial.reasons}}. We ask you to review this decision and to pay the services below.

{{lines}}

[From the record of the visit: what the patient came with, what was tried before, and why this service was needed at that time. Name what is enclosed.]

Please have this appeal read by a physician of the same specialty.

What your decision and other claims say:

{{evidence}}
${close}`,
  },
  {
    id: 'built-in:authorization',
    name: 'Appeal: authorization',
    body: `${head}${subject('Appeal of a denial for authorization')}To whom it may concern:

You denied {{denied.amount}} of this claim: {{denial.reasons}}. We ask you to review this decision and to pay the services below.

{{lines}}

[Choose what is true, and name what is enclosed: The authorization was given under number ____ on ____. / The service could not wait for an authorization, because ____. / The service needs no authorization under the plan, because ____.]

What your decision and other claims say:

{{evidence}}
${close}`,
  },
  {
    id: 'built-in:timely-filing',
    name: 'Appeal: filed in time',
    body: `${head}${subject('Appeal of a denial for late filing')}To whom it may concern:

You denied {{denied.amount}} of this claim: {{denial.reasons}}. We ask you to review this decision and to pay the services below.

{{lines}}

[From the acceptance report: the day on which the claim was sent, the day on which it was accepted, and the last day of the filing limit. Name what is enclosed.]

What your decision and other claims say:

{{evidence}}
${close}`,
  },
  {
    id: 'built-in:coding',
    name: 'Appeal: coding',
    body: `${head}${subject('Appeal of a denial for coding')}To whom it may concern:

You denied {{denied.amount}} of this claim: {{denial.reasons}}. We ask you to review this decision and to pay the services below.

{{lines}}

[From the record of the visit: what was done, and how the codes of each line describe it. Name what is enclosed.]

What your decision and other claims say:

{{evidence}}
${close}`,
  },
  {
    id: 'built-in:corrected-claim',
    name: 'Cover of a corrected claim',
    body: `${head}${subject('Corrected claim')}To whom it may concern:

The enclosed claim replaces the one above. Your decision said: {{denial.reasons}}. What we corrected: [what was corrected]

The lines of the first claim that you denied:

{{lines}}

Please decide the corrected claim by {{deadline}}, the last day on which it can be filed, or say at once what is still missing.

Sincerely,


{{organization}}
`,
  },
]
