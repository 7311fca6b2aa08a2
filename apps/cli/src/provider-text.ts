import type { Provider } from '@overturn/core/providers/schemas'
import { text } from './format.ts'

/** Observed / expected with its interval: "1.42 (1.10 to 1.80)". */
export function ratioText({ ratio, ratioInterval }: Pick<Provider, 'ratio' | 'ratioInterval'>): string {
  if (ratio === null || ratioInterval === null) return text(null)
  return `${ratio.toFixed(2)} (${ratioInterval.low.toFixed(2)} to ${ratioInterval.high.toFixed(2)})`
}

export const verdictText = ({ verdict }: Pick<Provider, 'verdict'>) => text(verdict?.replaceAll('_', ' ') ?? null)
