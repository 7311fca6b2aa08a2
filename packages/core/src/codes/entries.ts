import { carcs, denialReasons, rarcs, type DenialReason } from '../adjudication/catalogue.ts'
import type { CodeEntry } from './schemas.ts'

const byLabel = new Map(denialReasons.map((reason) => [reason.label, reason]))

/** What an entry takes from its reason; a code without one is `unclassified`. */
function fromReason(label: string | null): Pick<CodeEntry, 'reason' | 'category' | 'scenario' | 'action' | 'remedy'> {
  const reason: DenialReason | undefined = label === null ? undefined : byLabel.get(label)
  if (!reason) return { reason: label, category: 'unclassified', scenario: null, action: null, remedy: 'none' }
  return { reason: reason.label, category: reason.category, scenario: reason.scenario, action: reason.action, remedy: reason.remedy }
}

/** Every CARC and RARC of the catalogue, in its order, without the texts of a licensed list. */
export const codeEntries: readonly CodeEntry[] = [
  ...carcs.map(({ code, label, kind, reason, retired }) => ({
    system: 'carc' as const,
    code,
    label,
    ...fromReason(reason),
    adjustmentKind: kind,
    alert: null,
    appealRights: null,
    retired,
    licensed: null,
  })),
  ...rarcs.map(({ code, label, reason, alert, appealRights, retired }) => ({
    system: 'rarc' as const,
    code,
    label,
    ...fromReason(reason),
    adjustmentKind: null,
    alert,
    appealRights,
    retired: retired ?? false,
    licensed: null,
  })),
]
