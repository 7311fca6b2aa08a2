import { defineConfig } from 'drizzle-kit'

/** Only for `npm run migration -w @overturn/core -- --name in_words`: writes the next SQL file from the schema. Overturn applies migrations itself. */
export default defineConfig({ dialect: 'postgresql', schema: './src/db/schema/index.ts', out: './src/db/migrations' })
