import { beforeAll, expect, test } from 'vitest'
import { declarationFile, documentsFile } from '../../../renderer/editor/lambda-documents.ts'
import type { LambdaTypeScriptWorker } from '../../../renderer/editor/lambda-typescript-worker.ts'

const declarations = {
  JWTPopulate: `
    interface User { readonly id: string; email?: string }
    interface Jwt { sub: string; [claim: string]: unknown }
    type LambdaFunction = (jwt: Jwt, user: User) => void`,
  LoginValidation: `
    interface LoginResult { errors: { generalErrors: string[] } }
    type LambdaFunction = (result: LoginResult) => void`,
}

/** A text that the worker has a copy of, as the page sends it. */
class Mirror {
  readonly uri: { toString(): string; readonly path: string }
  version = 1
  #text: string

  constructor(address: string, text: string) {
    this.uri = { toString: () => address, path: new URL(address).pathname }
    this.#text = text
  }

  getValue(): string {
    return this.#text
  }

  setValue(text: string): void {
    this.#text = text
    this.version += 1
  }
}

const token = new Mirror('file:///lambdas/token/lambda.js', '')
const login = new Mirror('file:///lambdas/login/lambda.js', '')
const documents = {
  [token.uri.toString()]: { type: 'JWTPopulate', functionName: 'populate' },
  [login.uri.toString()]: { type: 'LoginValidation', functionName: 'populate' },
}

let worker: LambdaTypeScriptWorker

beforeAll(async () => {
  const module = await import('../../../renderer/editor/lambda-typescript-worker.ts')
  const extraLibs = Object.fromEntries(
    [
      ...Object.entries(declarations).map(([type, content]) => [declarationFile(type), content] as const),
      [documentsFile, JSON.stringify(documents)] as const,
    ].map(([path, content]) => [path, { content, version: 1 }]),
  )
  const compilerOptions = {
    allowJs: true,
    checkJs: true,
    target: 7,
    lib: ['lib.es2021.d.ts'],
    strictNullChecks: true,
  }
  worker = new module.LambdaTypeScriptWorker(
    { getMirrorModels: () => [token, login] },
    { compilerOptions, extraLibs },
  )
}, 30_000)

/** Sets a text whose `|` is the cursor and answers the offset of it. */
function write(mirror: Mirror, text: string): number {
  mirror.setValue(text.replace('|', ''))
  return text.indexOf('|')
}

async function completions(mirror: Mirror, text: string): Promise<string[]> {
  const at = write(mirror, text)
  const found = await worker.getCompletionsAtPosition(mirror.uri.toString(), at)
  return (found?.entries ?? []).map(({ name }) => name)
}

async function faults(mirror: Mirror, text: string): Promise<string[]> {
  write(mirror, text)
  const found = await worker.getSemanticDiagnostics(mirror.uri.toString())
  return found.map(({ start = 0, length = 0, category }) => {
    return `${category === 1 ? 'error' : 'warning'} ${mirror.getValue().slice(start, start + length)}`
  })
}

test('a parameter of an unannotated function lists the fields of its type', async () => {
  expect(await completions(token, 'function populate(jwt, user) {\n  user.|\n}')).toEqual(
    expect.arrayContaining(['email', 'id']),
  )
  expect(await completions(token, '// a comment\nfunction populate(jwt) {\n  jwt.|\n}')).toContain('sub')
})

test('an unknown field of a user is an error at its own place, a claim of one\u2019s own is none', async () => {
  expect(await faults(token, 'function populate(jwt, user) {\n  jwt.mine = user.nosuch\n}')).toEqual([
    'error nosuch',
  ])
})

test('a field that may be missing is a warning', async () => {
  expect(await faults(token, 'function populate(jwt, user) {\n  jwt.a = user.email.length\n}')).toEqual([
    'warning user.email',
  ])
})

test('each lambda sees the declarations of its own type, and no other lambda', async () => {
  const text = 'function populate(result) {\n  result.errors.generalErrors.push("no")\n}'
  write(token, 'function populate(jwt, user) {}')
  expect(await faults(login, text)).toEqual([])
  expect(await faults(token, text)).toEqual(['error result.errors'])
})

test('what a page has and a lambda has not is unknown', async () => {
  expect(await faults(token, 'function populate(jwt) {\n  jwt.a = document.title\n}')).toEqual([
    'error document',
  ])
})

test('formatting leaves the user\u2019s text without the annotation', async () => {
  write(token, 'function populate(jwt){jwt.a=1}')
  const edits = await worker.getFormattingEditsForDocument(token.uri.toString(), { indentSize: 2 })
  const formatted = edits.reduceRight(
    (text, { span, newText }) => text.slice(0, span.start) + newText + text.slice(span.start + span.length),
    token.getValue(),
  )
  expect(formatted).not.toContain('LambdaFunction')
  expect(formatted).toContain('function populate(jwt) {')
})
