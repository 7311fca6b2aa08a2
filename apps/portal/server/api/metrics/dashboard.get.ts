import { dashboardMetrics } from '@overturn/core/measures/dashboard/operation'

export default operationHandler(dashboardMetrics)
