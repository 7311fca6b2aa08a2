import { context, SpanKind, SpanStatusCode, trace, type Attributes, type Context, type Span } from '@opentelemetry/api'
import type { H3Event } from 'h3'

declare module 'h3' {
  interface H3EventContext {
    span?: Span
  }
}

const tracer = () => trace.getTracer('overturn')

/** The program that sends traces is read only where somebody wants them; without it every span is an empty one. Returns its end. */
export async function startTracing(endpoint: string): Promise<() => Promise<void>> {
  const { openTraces } = await import('./trace-exporter')
  return openTraces(endpoint)
}

/** Begins the span of a request; it is named when the route is known. */
export function beginSpan(event: H3Event): void {
  event.context.span = tracer().startSpan(event.method, { kind: SpanKind.SERVER, attributes: { 'http.request.method': event.method } })
}

export function endSpan(event: H3Event, route: string, status: number): void {
  const { span } = event.context
  if (span === undefined) return
  span.updateName(`${event.method} ${route}`)
  span.setAttributes({ 'http.route': route, 'http.response.status_code': status, 'overturn.request_id': requestIdOf(event) })
  if (status >= 500) span.setStatus({ code: SpanStatusCode.ERROR })
  span.end()
}

/** Does the work of an operation as a span below that of its request. Names, numbers and codes only: no attribute holds anybody's data. */
export async function inSpan<T>(event: H3Event, name: string, attributes: Attributes, work: () => Promise<T>): Promise<T> {
  const span = tracer().startSpan(name, { attributes }, parentOf(event))
  try {
    return await context.with(trace.setSpan(parentOf(event), span), work)
  } catch (error) {
    span.setStatus({ code: SpanStatusCode.ERROR })
    throw error
  } finally {
    span.end()
  }
}

function parentOf({ context: { span } }: H3Event): Context {
  return span === undefined ? context.active() : trace.setSpan(context.active(), span)
}
