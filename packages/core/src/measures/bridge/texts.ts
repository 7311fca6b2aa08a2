import { reasons, type ReasonKey } from './reasons.ts'
import type { UnitStep } from './rules.ts'

const UNIT_STEPS: Record<UnitStep, string> = {
  by_claim: 'the same counted by claim',
  by_line: 'the same counted by line',
  by_dollar: 'the same counted by charges',
}

const isUnitStep = (key: ReasonKey | UnitStep): key is UnitStep => Object.hasOwn(UNIT_STEPS, key)

/** What the claims of a step are, in words. */
export const stepText = (key: ReasonKey | UnitStep): string => (isUnitStep(key) ? UNIT_STEPS[key] : reasons[key].text)
