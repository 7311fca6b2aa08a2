import type { Problem } from '#shared/types/problem'

/** What is wrong with what a form has sent. */
export interface FormProblems {
  /** For the form as a whole; empty where the fields say it all. */
  problem: string
  /** A sentence for each field that is wrong, by its name. */
  errors: Record<string, string>
}

/** What a problem says, to each field of the form that it names; what it says of anything else stands with the form. */
export function formProblems({ detail, fields = [] }: Pick<Problem, 'detail' | 'fields'>, names: readonly string[]): FormProblems {
  const known = fields.filter(({ field }) => names.includes(field))
  const others = fields.filter(({ field }) => !names.includes(field))
  return {
    errors: Object.fromEntries(known.map(({ field, message }) => [field, `This ${message}.`])),
    problem: others.length > 0 ? others.map(({ field, message }) => `${field}: ${message}`).join('; ') : known.length > 0 ? '' : detail,
  }
}
