import { defineStore } from 'pinia'
import { studio } from '../../studio.ts'

/** The JSON Schema of each lambda type's cases, read when a lambda of the type is first opened. */
export const useCaseSchemas = defineStore('case-schemas', () => {
  const schemas = new Map<string, object>()

  async function load(types: readonly string[]): Promise<void> {
    const missing = [...new Set(types)].filter((type) => !schemas.has(type))
    await Promise.all(missing.map(loadOne))
  }

  async function loadOne(type: string): Promise<void> {
    // Without its schema a case is edited all the same; the next lambda of the type asks again.
    const schema = await studio.cases.schema(type).catch(() => undefined)
    if (schema) schemas.set(type, schema)
  }

  return { load, of: (type: string) => schemas.get(type) }
})
