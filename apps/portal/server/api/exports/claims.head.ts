/** As the GET says it, without the file. */
export { default } from './claims.get.ts'
