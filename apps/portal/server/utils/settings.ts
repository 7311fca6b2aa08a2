import { readConfig, type Config } from '@overturn/core/config'

let config: Config | undefined

/** The environment, read and checked once. Throws `invalid_input` naming the variables that are wrong. */
export function settings(): Config {
  return (config ??= readConfig())
}
