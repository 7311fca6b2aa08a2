import { serverMetrics } from '@overturn/core/jobs/server-metrics'
import { perform } from '@overturn/core/operation'

/** For Prometheus: what this process measures of itself, and what the jobs of the organization whose token asks have done. */
export default defineEventHandler((event) =>
  answering(event, async (log) => {
    event.context.operation = serverMetrics.name
    const context = await contextOf(event, log, serverMetrics)
    const own = organizationMetrics(context.organization.slug, await perform(serverMetrics, context, {}))
    const text = (await registry.metrics()) + (await own.metrics())
    setResponseHeader(event, 'content-type', registry.contentType)
    return text
  }),
)
