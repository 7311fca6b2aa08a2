import { dismissAlert } from '@overturn/core/alerts/dismiss'

export default operationHandler(dismissAlert)
