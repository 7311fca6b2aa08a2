import { listClaims } from '@overturn/core/claims/list'

// A control number is a patient's account number, and a URL is no place for one.
export default operationHandler({ ...listClaims, input: listClaims.input.omit({ controlNumber: true }) })
