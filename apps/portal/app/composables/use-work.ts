import type { WorkBefore, WorkItem } from '@overturn/core/worklist/schemas'

/** What people do with claims of the worklist, each with its way back. `changed` is called after a change, and after it was undone. */
export function useWork(changed: () => unknown) {
  const { done, failed } = useNotices()
  const claims = (claimIds: readonly string[]) => plural(claimIds.length, 'claim')

  /** Says what was done; undoing gives each claim what it had. */
  async function change<Value>(
    text: string,
    send: () => Promise<readonly WorkBefore[]>,
    { what, valueOf, giveBack }: { what: string; valueOf: (row: WorkBefore) => Value; giveBack: (claimIds: string[], value: Value) => Promise<unknown> },
  ): Promise<boolean> {
    try {
      const before = await send()
      done(
        text,
        async () => {
          for (const { value, claimIds } of groupsBefore(before, valueOf)) await giveBack(claimIds, value)
          await changed()
        },
        ...before.map(({ claimId }) => `${what} ${claimId}`),
      )
      await changed()
      return true
    } catch (cause) {
      failed(cause)
      return false
    }
  }

  const assign = async (claimIds: string[], userId: string | null) => (await apiClient().POST('/worklist/assign', { body: { claimIds, userId } })).data!.before
  /** Who had it before may work denials here no more: then it is nobody's, and that is said. */
  async function giveBack(claimIds: string[], userId: string | null): Promise<void> {
    try {
      await assign(claimIds, userId)
    } catch (cause) {
      if (userId === null || problemOf(cause).code !== 'invalid_input') throw cause
      await assign(claimIds, null)
      done(`${claims(claimIds)} given to nobody: who had ${claimIds.length === 1 ? 'it' : 'them'} before does not work denials here any more.`)
    }
  }
  const snooze = async (claimIds: string[], until: string | null) => (await apiClient().POST('/worklist/snooze', { body: { claimIds, until } })).data!.before
  const setState = async (claimIds: string[], state: WorkItem['state']) =>
    (await apiClient().POST('/worklist/state', { body: { claimIds, state } })).data!.before

  return {
    /** `name` is whom the notice speaks of. */
    assign: (claimIds: string[], userId: string | null, name: string) =>
      change(userId === null ? `${claims(claimIds)} given to nobody.` : `${claims(claimIds)} given to ${name}.`, () => assign(claimIds, userId), {
        what: 'assigned',
        valueOf: ({ assignedTo }) => assignedTo,
        giveBack,
      }),
    snooze: (claimIds: string[], until: string | null) =>
      change(
        until === null ? `${claims(claimIds)} back on the list.` : `${claims(claimIds)} put off until ${formatDate(until)}.`,
        () => snooze(claimIds, until),
        {
          what: 'snoozed',
          // A day that has come means the same as none.
          valueOf: ({ snoozedUntil }) => (snoozedUntil !== null && snoozedUntil > todayHere() ? snoozedUntil : null),
          giveBack: snooze,
        },
      ),
    setState: (claimIds: string[], state: WorkItem['state']) =>
      change(`${claims(claimIds)}: ${workStateWords[state].label.toLowerCase()}.`, () => setState(claimIds, state), {
        what: 'state',
        valueOf: (row) => row.state,
        giveBack: setState,
      }),
  }
}
