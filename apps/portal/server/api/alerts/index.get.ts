import { listAlerts } from '@overturn/core/alerts/list'

export default operationHandler(listAlerts)
