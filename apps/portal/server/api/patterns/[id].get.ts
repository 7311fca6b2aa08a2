import { getPattern } from '@overturn/core/patterns/get'

export default operationHandler(getPattern)
