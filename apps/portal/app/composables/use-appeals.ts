type Ending = 'overturned' | 'partially_overturned' | 'upheld' | 'withdrawn'
export interface AppealFiling {
  filedOn: string
  lineNumbers: number[]
  amount: string
  deadline: string
  note: string
}
export interface AppealEnding {
  outcome: Ending
  on: string
  amount: string
}

/** What can be done to the appeals of a claim: each says what was done, with the way to take it back. `changed` comes after either. */
export function useAppeals(claimId: () => string, changed: () => Promise<unknown>) {
  const { may } = useMay()
  const { done } = useNotices()
  const about = (level: number) => `appeal ${claimId()} ${level}`
  const path = () => ({ claimId: claimId() })
  const after = async (work: Promise<unknown>) => {
    await work
    await changed()
  }
  const create = (body: object) => after(apiClient().POST('/appeals/{claimId}', { params: { path: path() }, body: body as never }))
  const take = (level: number) => after(apiClient().DELETE('/appeals/{claimId}/{level}', { params: { path: { ...path(), level } } }))
  const patch = (body: object) => after(apiClient().PATCH('/appeals/{claimId}', { params: { path: path() }, body: body as never }))
  const end = (body: object) => after(apiClient().POST('/appeals/{claimId}/decide', { params: { path: path() }, body: body as never }))
  const open = (level: number) => after(apiClient().POST('/appeals/{claimId}/reopen', { params: { path: path() }, body: { level } }))

  /** As it stands, to be entered again. */
  const asFiled = ({ level, appealDate, lineNumbers, disputedAmount, deadline, note }: ClaimAppeal) => ({
    level,
    filedOn: appealDate,
    lineNumbers,
    amount: disputedAmount,
    deadline,
    note,
  })
  const asEnded = ({ level, outcome, decidedOn, withdrawnOn, recoveredAmount }: ClaimAppeal) =>
    given({ level, outcome, on: withdrawnOn ?? decidedOn, amount: recoveredAmount })

  return {
    async file({ filedOn, lineNumbers, amount, deadline, note }: AppealFiling, level: number): Promise<void> {
      await create(given({ level, filedOn, lineNumbers, amount, deadline, note }))
      done(`Recorded appeal ${level}.`, may('appeals.remove') ? () => take(level) : undefined, about(level))
    },
    async correct(appeal: ClaimAppeal, { filedOn, lineNumbers, amount, deadline, note }: AppealFiling): Promise<void> {
      await patch({ level: appeal.level, filedOn, lineNumbers, amount: amount || null, deadline: deadline || null, note: note || null })
      done(`Corrected appeal ${appeal.level}.`, () => patch(asFiled(appeal)), about(appeal.level))
    },
    async decide(appeal: ClaimAppeal, { outcome, on, amount }: AppealEnding): Promise<void> {
      await end(given({ level: appeal.level, outcome, on, amount }))
      const before = appeal.outcome === 'pending' ? () => open(appeal.level) : () => end(asEnded(appeal))
      done(outcome === 'withdrawn' ? `Appeal ${appeal.level} is withdrawn.` : `Appeal ${appeal.level} is decided.`, before, about(appeal.level))
    },
    async reopen(appeal: ClaimAppeal): Promise<void> {
      await open(appeal.level)
      done(`Appeal ${appeal.level} is open again.`, () => end(asEnded(appeal)), about(appeal.level))
    },
    async remove(appeal: ClaimAppeal): Promise<void> {
      await take(appeal.level)
      done(
        `Removed appeal ${appeal.level}.`,
        async () => {
          await create(given(asFiled(appeal)))
          if (appeal.closedBy === 'person') await end(asEnded(appeal))
        },
        about(appeal.level),
      )
    },
  }
}

/** What is empty is not said. */
const given = (values: object) => Object.fromEntries(Object.entries(values).filter(([, value]) => value !== '' && value !== null))
