import { getClaim } from './claims/get.ts'
import { listClaims } from './claims/list.ts'
import { getCode } from './codes/get.ts'
import { listCodes } from './codes/list.ts'
import { loadCodes } from './codes/load.ts'
import { getImport } from './imports/history/get.ts'
import { listImports } from './imports/history/list.ts'
import { confirmColumns, guessColumns, listColumns } from './imports/mappings/operations.ts'
import { dismissReject } from './imports/quarantine/dismiss.ts'
import { exportRejects } from './imports/quarantine/export.ts'
import { getReject } from './imports/quarantine/get.ts'
import { listRejects } from './imports/quarantine/list.ts'
import { retryReject } from './imports/quarantine/retry.ts'
import { reconcileImport } from './imports/reconcile/operation.ts'
import { undoImport } from './imports/undo/operation.ts'
import { verifyExport } from './imports/verify/operation.ts'
import { verifyTruth } from './imports/verify-truth/operation.ts'
import { dismissMatch } from './matches/dismiss.ts'
import { listMatches } from './matches/list.ts'
import { resolveMatch } from './matches/resolve.ts'
import { dashboardMetrics } from './measures/dashboard/operation.ts'
import type { Operation } from './operation.ts'
import { getOrganization } from './organization-operation.ts'
import { getPattern } from './patterns/get.ts'
import { listPatterns } from './patterns/list.ts'
import { exportPolicies } from './policies/export.ts'
import { listPolicies } from './policies/list.ts'
import { detectPatternsOperation, refreshPatternsOperation } from './patterns/operations.ts'
import { refreshComputationOperation } from './computation/operations.ts'

/** Everything the system can do, one line each. Access checks, API reference and guards over "every operation" read this list. */
export const operations: readonly Operation[] = [
  getOrganization,
  dashboardMetrics,
  listPatterns,
  getPattern,
  detectPatternsOperation,
  refreshPatternsOperation,
  listClaims,
  getClaim,
  refreshComputationOperation,
  listImports,
  getImport,
  listRejects,
  getReject,
  exportRejects,
  retryReject,
  dismissReject,
  undoImport,
  verifyExport,
  guessColumns,
  confirmColumns,
  listColumns,
  listCodes,
  getCode,
  loadCodes,
  listPolicies,
  exportPolicies,
  verifyTruth,
  reconcileImport,
  listMatches,
  resolveMatch,
  dismissMatch,
]
