import { SEEN, type View } from './view.ts'

/** Which missing modifiers are worth asking about beside each condition, as numbers of conditions. */
export function lacksBeside(view: View): number[][] {
  const { lines, lineWeights, positive, modifiers, conditions } = view
  const all = new Float64Array(positive)
  const withModifier = modifiers.length === 0 ? new Float64Array(0) : new Float64Array(positive * modifiers.length)
  const place = new Int32Array(conditions.length).fill(-1)
  modifiers.forEach((modifier, n) => (place[modifier] = n))
  const met = new Int32Array(positive)
  for (let line = 0; line < lineWeights.length; line++) {
    const size = lines.conditionsOf(line, met)
    const weight = lineWeights[line]!
    for (let i = 0; i < size; i++) {
      all[met[i]!]! += weight
      const n = place[met[i]!]!
      if (n >= 0) for (let j = 0; j < size; j++) withModifier[met[j]! * modifiers.length + n]! += weight
    }
  }
  return Array.from({ length: positive }, (_, id) =>
    [...modifiers.keys()]
      .filter((n) => isWorthAsking(withModifier[id * modifiers.length + n]!, all[id]!) && view.together[id * conditions.length + positive + n] === 1)
      .map((n) => positive + n),
  )
}

export const isWorthAsking = (seen: number, of: number): boolean => seen >= SEEN * of && seen <= (1 - SEEN) * of
