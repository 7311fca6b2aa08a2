import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'

/** What this process measures of itself, for Prometheus. */
export const registry = new Registry()

/** Heap, event-loop lag, collections of garbage, open files, CPU. */
collectDefaultMetrics({ register: registry })

const durations = new Histogram({
  name: 'http_request_duration_seconds',
  help: 'From the first byte of a request to the last of its answer, by the pattern of its path.',
  labelNames: ['method', 'route', 'status'] as const,
  buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
  registers: [registry],
})

const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])

/** Counts a request. Whatever a caller may invent as a method is one. */
export function measureRequest(method: string, route: string, status: number, seconds: number): void {
  durations.observe({ method: METHODS.has(method) ? method : 'other', route, status: String(status) }, seconds)
}

const inFlight = new Gauge({
  name: 'overturn_requests_in_flight',
  help: 'Requests that have no whole answer yet, event streams included.',
  registers: [],
  collect() {
    this.set(requestsInFlight())
  },
})

const connections = new Gauge({
  name: 'overturn_database_connections',
  help: 'Connections of the pool by what they do, and requests that wait for one.',
  labelNames: ['state'] as const,
  registers: [],
  collect() {
    const { totalCount, idleCount, waitingCount } = useDatabase().pool
    this.set({ state: 'in_use' }, totalCount - idleCount)
    this.set({ state: 'idle' }, idleCount)
    this.set({ state: 'waiting' }, waitingCount)
  },
})

for (const gauge of [inFlight, connections]) registry.registerMetric(gauge)
