import type { operations } from '@overturn/client'

type Answer = Omit<NonNullable<operations['lab.finish']['requestBody']>['content']['application/json'], 'id'>

/** Ends a case with an answer, once. */
export function useLabFinish(id: string, done: (practice: LabCase) => void) {
  const { busy: finishing, problem, submit } = useSubmit()
  async function finish(answer: Answer): Promise<void> {
    await submit(async () => {
      const { data } = await apiClient().POST('/lab/cases/{id}/finish', { params: { path: { id } }, body: answer })
      done(data!.practice)
    })
  }
  return { finishing, problem, finish }
}
