import { dismissAlert } from './alerts/dismiss.ts'
import { listAlerts } from './alerts/list.ts'
import { getClaim } from './claims/get.ts'
import { listClaims } from './claims/list.ts'
import { getCode } from './codes/get.ts'
import { listCodes } from './codes/list.ts'
import { loadCodes } from './codes/load.ts'
import { getCodeIntelligence } from './codes/performance/intelligence.ts'
import { listCodePerformance } from './codes/performance/list.ts'
import { refreshCodesOperation } from './codes/performance/operation.ts'
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
import { jobHistory } from './jobs/history.ts'
import { listJobs } from './jobs/list.ts'
import { pauseJob } from './jobs/pause.ts'
import { resumeJob } from './jobs/resume.ts'
import { runJobOperation } from './jobs/run.ts'
import { listLearningEvents } from './learning/events.ts'
import { learningProgress } from './learning/progress.ts'
import { recordLearningEvent } from './learning/record.ts'
import { dismissMatch } from './matches/dismiss.ts'
import { listMatches } from './matches/list.ts'
import { resolveMatch } from './matches/resolve.ts'
import { bridgeClaims } from './measures/bridge/claims.ts'
import { metricsBridge } from './measures/bridge/operation.ts'
import { cashRecovered } from './measures/cash/operation.ts'
import { dashboardMetrics } from './measures/dashboard/operation.ts'
import { revenueRecoveredOperation } from './measures/revenue/operation.ts'
import type { Operation } from './operation.ts'
import { getOrganization } from './organization-operation.ts'
import { getPattern } from './patterns/get.ts'
import { listPatterns } from './patterns/list.ts'
import { exportPolicies } from './policies/export.ts'
import { getPolicy } from './policies/get.ts'
import { listPolicies } from './policies/list.ts'
import { refreshPoliciesOperation } from './policies/refresh-operation.ts'
import { getProvider } from './providers/get.ts'
import { listProviders } from './providers/list.ts'
import { refreshProvidersOperation } from './providers/operations.ts'
import { detectPatternsOperation, refreshPatternsOperation } from './patterns/operations.ts'
import { compareRelease } from './releases/compare.ts'
import { listReleases, prepareRelease, previewRelease, releaseVersion, takeBackRelease } from './releases/operations.ts'
import { refreshComputationOperation } from './computation/operations.ts'
import { explainNumber } from './snapshots/explain.ts'
import { getSnapshot } from './snapshots/get.ts'
import { takeSnapshotsOperation } from './snapshots/take.ts'

/** Everything the system can do, one line each. Access checks, API reference and guards over "every operation" read this list. */
export const operations: readonly Operation[] = [
  getOrganization,
  dashboardMetrics,
  metricsBridge,
  bridgeClaims,
  cashRecovered,
  revenueRecoveredOperation,
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
  refreshCodesOperation,
  listCodePerformance,
  getCodeIntelligence,
  recordLearningEvent,
  learningProgress,
  listLearningEvents,
  listPolicies,
  getPolicy,
  refreshPoliciesOperation,
  exportPolicies,
  verifyTruth,
  reconcileImport,
  listMatches,
  resolveMatch,
  dismissMatch,
  listJobs,
  jobHistory,
  runJobOperation,
  pauseJob,
  resumeJob,
  listAlerts,
  dismissAlert,
  getSnapshot,
  takeSnapshotsOperation,
  explainNumber,
  listProviders,
  getProvider,
  refreshProvidersOperation,
  listReleases,
  prepareRelease,
  compareRelease,
  previewRelease,
  releaseVersion,
  takeBackRelease,
]
