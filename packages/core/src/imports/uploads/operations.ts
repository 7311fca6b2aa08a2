import { defineOperation } from '../../operation.ts'
import { getUploadInput, openUploadInput, uploadOutput } from './schemas.ts'
import { uploadTasks } from './tasks.ts'

/** Files do not go through an input: whoever may open an upload sends them after it, as a stream. */
export const openUpload = defineOperation({
  name: 'imports.upload',
  kind: 'write',
  summary: 'Opens an upload: the files that follow are imported in the background, as soon as no other upload is.',
  input: openUploadInput,
  output: uploadOutput,
  run: ({ organization }, input) => Promise.resolve(uploadTasks.open(organization.id, input).now),
})

export const getUpload = defineOperation({
  name: 'imports.task',
  kind: 'read',
  summary: 'Shows how far an upload has come, and what became of each of its files.',
  input: getUploadInput,
  output: uploadOutput,
  run: ({ organization }, { id }) => Promise.resolve(uploadTasks.find(organization.id, id).now),
})
