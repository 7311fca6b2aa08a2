/** What a member may be in an organization, from the least to the most. Who may do what is in table.ts, one row for each operation. */
export const roles = ['viewer', 'coder', 'analyst', 'manager', 'administrator'] as const
export type Role = (typeof roles)[number]

/** Beside them: an analyst of a network sees what many practices have in common, and nothing of a single one. */
export const NETWORK_ANALYST = 'network_analyst'

/** Everybody who may act: members, analysts of a network, and a visitor who has not signed in. */
export type ActorRole = Role | typeof NETWORK_ANALYST | 'anyone'

/** What each role is for, in one sentence, as docs and portal show it. */
export const roleTexts: Record<Role | typeof NETWORK_ANALYST, string> = {
  viewer:
    'Reads every figure, pattern and claim, and practices in the Claim Lab; names, birth dates, member numbers and account numbers of patients stay hidden.',
  coder: 'Also works on claims: sees who the patient is when it matters, works the worklist, writes letters and files appeals.',
  analyst: 'Also keeps patterns, checks, policies and matches in order, shares saved views, and compares computations.',
  manager:
    'Also imports files and undoes imports, exports claims and rejected pieces, follows the impact ledger, releases checks and computations, and runs jobs.',
  administrator: 'Everything; members, tokens, the settings of the organization, code lists and the audit trail included.',
  network_analyst: 'Sees figures that at least five practices of a network have in common; no practice, no claim, no patient.',
}

/** At least this role. */
export const from = (least: Role): readonly Role[] => roles.slice(roles.indexOf(least))
