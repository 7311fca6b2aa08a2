import type { FieldProblem } from '@overturn/core/errors'

/** RFC 9457 problem details, the body of every answer of the API that is not a success. */
export interface Problem {
  type: string
  title: string
  status: number
  detail: string
  /** Path of the request, without its query. */
  instance: string
  code: string
  fields?: FieldProblem[]
}
