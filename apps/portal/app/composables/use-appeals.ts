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
  const create = (level: number, filing: AppealFiling) =>
    after(apiClient().POST('/appeals/{claimId}', { params: { path: path() }, body: newAppeal(level, filing) }))
  const patch = (level: number, filing: AppealFiling) =>
    after(apiClient().PATCH('/appeals/{claimId}', { params: { path: path() }, body: correctedAppeal(level, filing) }))
  const take = (level: number) => after(apiClient().DELETE('/appeals/{claimId}/{level}', { params: { path: { ...path(), level } } }))
  const end = (level: number, ending: AppealEnding) =>
    after(apiClient().POST('/appeals/{claimId}/decide', { params: { path: path() }, body: endedAppeal(level, ending) }))
  const open = (level: number) => after(apiClient().POST('/appeals/{claimId}/reopen', { params: { path: path() }, body: { level } }))
  /** Gives back what was said of its end, where anything was. */
  const back = (level: number, ending: AppealEnding | null) => (ending ? end(level, ending) : open(level))

  return {
    async file(filing: AppealFiling, level: number): Promise<void> {
      await create(level, filing)
      done(`Recorded appeal ${level}.`, may('appeals.remove') ? () => take(level) : undefined, about(level))
    },
    async correct(appeal: ClaimAppeal, filing: AppealFiling): Promise<void> {
      const { level } = appeal
      await patch(level, filing)
      done(`Corrected appeal ${level}.`, () => patch(level, filingOf(appeal)), about(level))
    },
    async decide(appeal: ClaimAppeal, ending: AppealEnding): Promise<void> {
      const { level } = appeal
      await end(level, ending)
      done(`Appeal ${level} is ${ending.outcome === 'withdrawn' ? 'withdrawn' : 'decided'}.`, () => back(level, endingOf(appeal)), about(level))
    },
    async reopen(appeal: ClaimAppeal): Promise<void> {
      const { level } = appeal
      await open(level)
      done(`Appeal ${level} is open again.`, () => back(level, endingOf(appeal)), about(level))
    },
    async remove(appeal: ClaimAppeal): Promise<void> {
      const { level } = appeal
      await take(level)
      const restore = async () => {
        await create(level, filingOf(appeal))
        if (appeal.closedBy === 'person') await back(level, endingOf(appeal))
      }
      done(`Removed appeal ${level}.`, restore, about(level))
    },
  }
}
