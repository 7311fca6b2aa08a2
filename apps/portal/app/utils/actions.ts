/** Actions and root causes come from detection or from an import, whose shape is the source's: whatever says something readable is shown. */
export interface ActionText {
  description: string | null
  steps: string[]
}

export interface RootCause {
  category: string | null
  explanation: string | null
  signals: string[]
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null
const text = (value: unknown) => (typeof value === 'string' && value.trim() !== '' ? value : null)
const texts = (value: unknown) => (Array.isArray(value) ? value.filter((item): item is string => text(item) !== null) : [])

export function readAction(value: unknown): ActionText | null {
  const action = isObject(value) ? { description: text(value.description), steps: texts(value.steps) } : { description: text(value), steps: texts(value) }
  return action.description === null && action.steps.length === 0 ? null : action
}

export function readRootCauses(value: unknown): RootCause[] {
  if (!Array.isArray(value)) return []
  return value
    .map((cause: unknown) =>
      isObject(cause)
        ? { category: text(cause.category), explanation: text(cause.explanation), signals: texts(cause.signals) }
        : { category: null, explanation: text(cause), signals: [] },
    )
    .filter(({ category, explanation }) => category !== null || explanation !== null)
}
