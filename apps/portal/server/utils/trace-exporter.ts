import type { Attributes } from '@opentelemetry/api'
import type { ReadableSpan, SpanExporter } from '@opentelemetry/sdk-trace-node'

/** Sends spans to a collector, in batches. The SDK is read only here. Returns the end, which sends what is left. */
export async function openTraces(endpoint: string): Promise<() => Promise<void>> {
  const { BatchSpanProcessor, NodeTracerProvider } = await import('@opentelemetry/sdk-trace-node')
  const { resourceFromAttributes } = await import('@opentelemetry/resources')
  const provider = new NodeTracerProvider({
    resource: resourceFromAttributes({ 'service.name': 'overturn' }),
    spanProcessors: [new BatchSpanProcessor(otlpExporter(`${endpoint.replace(/\/$/, '')}/v1/traces`))],
  })
  provider.register()
  return () => provider.shutdown()
}

const TIMEOUT_MS = 10_000

/** OTLP over HTTP with JSON (OpenTelemetry Protocol 1.x). A collector that does not answer loses spans, and nothing else. */
function otlpExporter(url: string): SpanExporter {
  const underWay = new Set<Promise<void>>()
  const post = async (spans: ReadableSpan[]) => {
    const headers = { 'content-type': 'application/json' }
    const { ok, status } = await fetch(url, { method: 'POST', headers, body: JSON.stringify(documentOf(spans)), signal: AbortSignal.timeout(TIMEOUT_MS) })
    if (!ok) throw new Error(`the collector answered with ${status}`)
  }
  // The result codes of the SDK: 0 for success, 1 for failure.
  const send = async (spans: ReadableSpan[], done: Parameters<SpanExporter['export']>[1]) => {
    try {
      await post(spans)
      done({ code: 0 })
    } catch (error) {
      done({ code: 1, error: error as Error })
    }
  }
  return {
    export(spans, done) {
      const sent = send(spans, done)
      underWay.add(sent)
      void sent.finally(() => underWay.delete(sent))
    },
    async shutdown() {
      await Promise.allSettled(underWay)
    },
  }
}

/** Spans as the protocol has them: https://opentelemetry.io/docs/specs/otlp/#json-protobuf-encoding */
function documentOf(spans: ReadableSpan[]): object {
  const [first] = spans
  const written = spans.map((span) => ({
    traceId: span.spanContext().traceId,
    spanId: span.spanContext().spanId,
    parentSpanId: span.parentSpanContext?.spanId,
    name: span.name,
    // The protocol counts from 1, the SDK from 0.
    kind: span.kind + 1,
    startTimeUnixNano: nanoseconds(span.startTime),
    endTimeUnixNano: nanoseconds(span.endTime),
    attributes: attributesOf(span.attributes),
    status: { code: span.status.code },
  }))
  const resource = { attributes: attributesOf(first?.resource.attributes ?? {}) }
  return { resourceSpans: [{ resource, scopeSpans: [{ scope: { name: first?.instrumentationScope.name ?? '' }, spans: written }] }] }
}

const nanoseconds = ([seconds, nano]: readonly [number, number]) => String(BigInt(seconds) * 1_000_000_000n + BigInt(nano))

const attributesOf = (attributes: Attributes) => Object.entries(attributes).map(([key, value]) => ({ key, value: valueOf(value) }))

function valueOf(value: Attributes[string]): object {
  if (typeof value === 'number') return Number.isInteger(value) ? { intValue: String(value) } : { doubleValue: value }
  return typeof value === 'boolean' ? { boolValue: value } : { stringValue: String(value) }
}
