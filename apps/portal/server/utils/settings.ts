import { readConfig, type Config } from '@overturn/core/config'

let config: Config | undefined

/** The environment, read and checked once. Throws `invalid_input` naming the variables that are wrong. */
export function settings(): Config {
  return (config ??= readConfig())
}

/** The access key of this server; plugins/startup.ts refuses to start without one. */
export function accessKey(): string {
  const { accessKey } = settings()
  if (accessKey === null) throw new Error('OVERTURN_ACCESS_KEY is not set')
  return accessKey
}
