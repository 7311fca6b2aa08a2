import type { WorkItem } from '@overturn/core/worklist/schemas'
import type { ExportColumn } from './table-export'

/** The worklist as a file. */
export const workColumns: ExportColumn<WorkItem>[] = [
  { label: 'Claim', value: ({ claimId }) => claimId },
  { label: 'Payer', value: ({ payerName, payerId }) => payerName ?? payerId },
  { label: 'Date of service', value: ({ dateOfService }) => dateOfService },
  { label: 'First denied', value: ({ firstDeniedOn }) => firstDeniedOn },
  { label: 'Last day', value: ({ lastDay }) => lastDay },
  { label: 'Days left', value: ({ daysLeft }) => daysLeft },
  { label: 'Open', value: ({ openAmount }) => openAmount },
  { label: 'Chance (%)', value: ({ chance }) => chance },
  { label: 'Expected', value: ({ expectedAmount }) => expectedAmount },
  { label: 'Reasons', value: ({ reasons }) => reasons.join('; ') },
  { label: 'Remedies', value: ({ remedies }) => remedies.map((remedy) => remedyWords[remedy].label).join('; ') },
  { label: 'State', value: ({ state }) => workStateWords[state].label },
  { label: 'Assigned to', value: ({ assignedTo }) => assignedTo?.name },
  { label: 'Put off until', value: ({ snoozedUntil }) => snoozedUntil },
  { label: 'Back because', value: backAgain },
]
