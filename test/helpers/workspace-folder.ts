import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { JsonObject } from '../../electron/contract/json.ts'

/** A lambda as a test writes it to disk. */
export interface WrittenLambda {
  readonly slug: string
  readonly name?: string
  readonly type?: string
  readonly body: string
  /** Cases by the name of their file. */
  readonly cases?: Readonly<Record<string, JsonObject>>
}

const example: WrittenLambda = {
  slug: 'add-claims',
  name: 'Add claims',
  body: 'function populate(jwt, user, registration) {\n  jwt.roles = registration ? registration.roles : [];\n}\n',
}

/** Makes a folder with a workspace in it, on the real disk. */
export function workspaceFolder(lambdas: readonly WrittenLambda[] = [example]): string {
  const folder = mkdtempSync(join(tmpdir(), 'workspace-'))
  writeFileSync(join(folder, 'studio.json'), json({ version: 1, ecmaVersion: 2021, instances: [] }))
  for (const lambda of lambdas) writeLambda(folder, lambda)
  return folder
}

export function writeLambda(folder: string, lambda: WrittenLambda): void {
  const { slug, name = slug, type = 'JWTPopulate', body, cases = {} } = lambda
  mkdirSync(join(folder, 'lambdas', slug, 'cases'), { recursive: true })
  writeFileSync(placeOf(folder, slug, 'lambda.js'), body)
  writeFileSync(
    placeOf(folder, slug, 'lambda.json'),
    json({ name, type, engineType: 'GraalJS', debug: false, ids: {} }),
  )
  for (const [file, content] of Object.entries(cases)) {
    writeFileSync(placeOf(folder, slug, 'cases', `${file}.json`), json(content))
  }
}

export function placeOf(folder: string, slug: string, ...rest: readonly string[]): string {
  return join(folder, 'lambdas', slug, ...rest)
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`
}
