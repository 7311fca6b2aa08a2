/** As the GET says it, without the file. */
export { default } from './file.get.ts'
