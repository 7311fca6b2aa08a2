import { listPatterns } from '@overturn/core/patterns/list'

export default operationHandler(listPatterns)
