import { problem, problemOf, type Problem } from '@overturn/core/api/problems'
import type { OverturnError } from '@overturn/core/errors'
import { setResponseHeader, setResponseStatus, type H3Event } from 'h3'

/** Answers with what a caller may be told of an error. */
export function answerError(event: H3Event, error: OverturnError): Problem {
  return answerProblem(event, problemOf(error, pathOf(event)))
}

export function sendProblem(event: H3Event, status: number, code: string, title: string, detail: string): Problem {
  return answerProblem(event, problem(status, code, title, detail, pathOf(event)))
}

function answerProblem(event: H3Event, answer: Problem): Problem {
  setResponseStatus(event, answer.status)
  setResponseHeader(event, 'content-type', 'application/problem+json')
  return answer
}

/** The path as the caller wrote it, without the query, in which there may be more than an answer should repeat. */
export const pathOf = (event: H3Event): string => urlOf(event).split('?')[0]!

/** Path and query as the caller wrote them. */
export const urlOf = ({ node: { req } }: H3Event): string => (req as { originalUrl?: string }).originalUrl ?? req.url ?? '/'
