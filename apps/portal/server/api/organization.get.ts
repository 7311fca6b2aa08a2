import { getOrganization } from '@overturn/core/organization-operation'

export default operationHandler(getOrganization)
