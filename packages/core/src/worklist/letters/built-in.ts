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

/** Letters that come with Overturn, in our own words. A practice changes one by saving its own. */
export const builtInTemplates: readonly Template[] = [
  {
    id: 'built-in:medical-necessity',
    name: 'Appeal: not medically necessary',
    body: `${head}${subject('Appeal of a denial for medical necessity')}To whom it may concern:

You denied {{denied.amount}} of this claim: {{denial.reasons}}. We ask you to review this decision and to pay the services below.

{{lines}}

The record of the visit is enclosed. It shows what the patient came with, what was tried before, and why this service was the right one at that time. Please have it read by a physician of the same specialty.

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

[Choose one: The authorization was given under number ____ on ____; a copy is enclosed. / The service could not wait for an authorization, as the enclosed record shows. / The service needs no authorization under the plan.]

What your decision and other claims say:

{{evidence}}
${close}`,
  },
  {
    id: 'built-in:timely-filing',
    name: 'Appeal: filed in time',
    body: `${head}${subject('Appeal of a denial for late filing')}To whom it may concern:

You denied {{denied.amount}} of this claim: {{denial.reasons}}. The claim was filed in time. The enclosed acceptance report names the day on which you received it.

{{lines}}

What your decision and other claims say:

{{evidence}}
${close}`,
  },
  {
    id: 'built-in:coding',
    name: 'Appeal: coding',
    body: `${head}${subject('Appeal of a denial for coding')}To whom it may concern:

You denied {{denied.amount}} of this claim: {{denial.reasons}}. The codes describe what was done, as the enclosed record shows. We ask you to pay the services below.

{{lines}}

What your decision and other claims say:

{{evidence}}
${close}`,
  },
  {
    id: 'built-in:corrected-claim',
    name: 'Cover of a corrected claim',
    body: `${head}${subject('Corrected claim')}To whom it may concern:

The enclosed claim replaces the one above. Your decision said: {{denial.reasons}}. What we corrected: ____

The lines of the first claim that you denied:

{{lines}}

Please decide the corrected claim by {{deadline}}, the last day on which it can be filed, or say at once what is still missing.

Sincerely,


{{organization}}
`,
  },
]
