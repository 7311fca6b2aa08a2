import { listClaims } from '@overturn/core/claims/list'

export default operationHandler(listClaims)
