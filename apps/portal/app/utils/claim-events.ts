import type { historyKinds } from '@overturn/core/claims/history.sql'

interface Event {
  kind: (typeof historyKinds)[number]
  /** Of a decision its kind and outcome, of an appeal its level or outcome, of a submission its frequency code. */
  detail: string | null
}

const FREQUENCIES: Record<string, string> = { '7': 'Corrected claim sent', '8': 'Taken back by the practice' }

/** An event of a claim's history in words, with the color of its dot. */
export function eventWords({ kind, detail }: Event): { text: string; color: string } {
  switch (kind) {
    case 'served':
      return { text: 'Service', color: 'bg-accented' }
    case 'submitted':
      return { text: 'Submitted', color: 'bg-info' }
    case 'sent_again':
      return { text: FREQUENCIES[detail ?? ''] ?? 'Sent again', color: 'bg-info' }
    case 'voided':
      return { text: 'Void took effect', color: 'bg-accented' }
    case 'decided':
      return decision(detail ?? '')
    case 'appeal_filed':
      return { text: `Appeal filed, ${detail ?? 'level not told'}`, color: 'bg-primary' }
    case 'appeal_decided':
      return { text: `Appeal ${(detail ?? 'decided').replaceAll('_', ' ')}`, color: detail === 'upheld' ? 'bg-error' : 'bg-success' }
    case 'appeal_withdrawn':
      return { text: 'Appeal withdrawn', color: 'bg-accented' }
    case 'match_resolved':
      return { text: 'A doubtful decision was settled by hand', color: 'bg-accented' }
  }
}

function decision(detail: string): { text: string; color: string } {
  const [kind = '', outcome = ''] = detail.split(' ')
  if (kind !== 'original') return { text: kind === 'reversal' ? 'A decision was taken back' : asWords(kind), color: 'bg-accented' }
  const texts: Record<string, string> = { paid: 'Decided: paid', denied: 'Decided: denied', partially_denied: 'Decided: partially denied' }
  const colors: Record<string, string> = { paid: 'bg-success', denied: 'bg-error', partially_denied: 'bg-warning' }
  return { text: texts[outcome] ?? 'Decided', color: colors[outcome] ?? 'bg-accented' }
}
