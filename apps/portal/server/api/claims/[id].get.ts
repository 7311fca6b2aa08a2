import { getClaim } from '@overturn/core/claims/get'

export default operationHandler(getClaim)
