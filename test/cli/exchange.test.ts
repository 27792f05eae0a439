import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { beforeEach, describe, expect, test } from 'vitest'
import type { ErrorData } from '../../electron/contract/errors.ts'
import { runCli } from '../helpers/cli.ts'
import { putFile, temporaryFolder } from '../helpers/workspace-studio.ts'

const body = 'function populate(jwt, user, registration) {\n  jwt.a = 1\n}\n'
const id = '4f5d0b1e-9c3a-4b43-8e55-0a8f6f0c1a11'

interface Imported {
  readonly entries: readonly {
    readonly file: string
    readonly name: string
    readonly slug: string | null
    readonly outcome: string
    readonly code: string | null
  }[]
  readonly problems: readonly { readonly file: string; readonly message: string; readonly hint: string }[]
  readonly error?: ErrorData
}

let cwd: string
const put = (path: string, text: string | object) => putFile(join(cwd, path), text)
const read = (path: string) => readFileSync(join(cwd, path), 'utf8')

async function json<T = unknown>(
  args: readonly string[],
  parse: (text: string) => T = (text) => JSON.parse(text) as T,
) {
  const { code, stdout } = await runCli([...args, '--json'], { cwd })
  return { code, value: parse(stdout) }
}

beforeEach(() => (cwd = temporaryFolder()))

describe('import', () => {
  test('takes files and all of a folder, each kind as what it is, and makes the workspace', async () => {
    await put('in/claims.js', body)
    await put('in/kickstart.json', {
      requests: [
        {
          method: 'POST',
          url: `/api/lambda/${id}`,
          body: { lambda: { name: 'From kickstart', type: 'JWTPopulate', body } },
        },
      ],
    })
    await put(
      'in/deep/main.tf',
      'resource "fusionauth_lambda" "t" {\n  name = "From Terraform"\n  type = "UserInfoPopulate"\n  body = file("body.js")\n}\n',
    )
    await put('in/deep/body.js', 'function populate(userInfo) {}\n')
    await put('in/node_modules/x/index.js', 'module.exports = 1\n')
    await put('single.json', {
      lambda: { name: 'One', type: 'SAMLv2Populate', body: 'function populate() {}' },
    })
    const { code, value } = await json<Imported>(['import', 'in', 'single.json'])
    expect(value.problems).toEqual([])
    expect(value.entries.map(({ slug, outcome }) => [slug, outcome]).sort()).toEqual([
      ['claims', 'done'],
      ['from-kickstart', 'done'],
      ['from-terraform', 'done'],
      ['one', 'done'],
    ])
    expect(code).toBe(0)
    expect(read('lambdas/claims/lambda.js')).toBe(body)
    expect(JSON.parse(read('lambdas/from-terraform/lambda.json'))).toMatchObject({ type: 'UserInfoPopulate' })
    expect(read('lambdas/from-terraform/lambda.js')).toBe('function populate(userInfo) {}\n')
  })

  test('tells every file and lambda that it cannot take, takes the others, and ends with 2', async () => {
    await put('good.js', body)
    await put('untyped.js', 'const x = 1\n')
    await put('broken.json', '{')
    await put('notes.txt', 'hello')
    const names = ['good.js', 'untyped.js', 'broken.json', 'notes.txt', 'missing.js']
    const { code, value } = await json<Imported>(['import', ...names])
    expect(code).toBe(2)
    expect(value.entries).toMatchObject([
      { file: 'good.js', slug: 'good', outcome: 'done', code: null },
      { file: 'untyped.js', slug: null, outcome: 'failed', code: 'type-unknown' },
    ])
    expect(value.problems.map(({ file }) => file).sort()).toEqual(['broken.json', 'missing.js', 'notes.txt'])
    expect(value.problems.every(({ message, hint }) => message !== '' && hint !== '')).toBe(true)
    const typed = await json<Imported>(['import', 'untyped.js', '--type', 'JWTPopulate'])
    expect([typed.code, typed.value.entries[0]?.slug]).toEqual([0, 'untyped'])
  })

  test('keeps ids for the instance that is named, once, and refuses one that is not there', async () => {
    const instance = { id: 'dev', name: 'Dev', url: 'http://localhost:9011', tenantId: null }
    await put('studio.json', { version: 1, instances: [instance] })
    await put('one.json', { lambda: { id, name: 'One', type: 'JWTPopulate', body } })
    expect((await json<Imported>(['import', 'one.json', '--instance', 'dev'])).code).toBe(0)
    expect(JSON.parse(read('lambdas/one/lambda.json'))).toMatchObject({ ids: { dev: id } })
    const again = await json<Imported>(['import', 'one.json', '--instance', 'dev'])
    expect([again.code, again.value.entries[0]?.code]).toEqual([2, 'id-taken'])
    const unknown = await json<Imported>(['import', 'one.json', '--instance', 'prod'])
    expect([unknown.code, unknown.value.error?.code]).toEqual([2, 'unknown-instance'])
    const type = await json<Imported>(['import', 'one.json', '--type', 'JWTPopulat'])
    expect([type.code, type.value.error?.code]).toEqual([2, 'unknown-lambda-type'])
  })

  test('does not follow links out of the folder', async () => {
    await put('outside/secret.js', body)
    mkdirSync(join(cwd, 'in'))
    symlinkSync(join(cwd, 'outside'), join(cwd, 'in', 'link'))
    const { value } = await json<Imported>(['import', 'in'])
    expect(value.entries).toEqual([])
    expect(existsSync(join(cwd, 'studio.json'))).toBe(false)
  })
})

describe('export', () => {
  beforeEach(async () => {
    await put('studio.json', { version: 1 })
    for (const slug of ['a', 'b']) {
      await put(`lambdas/${slug}/lambda.js`, body)
      await put(`lambdas/${slug}/lambda.json`, { name: slug.toUpperCase(), type: 'JWTPopulate' })
    }
  })

  test.each([
    ['kickstart', 'k.json'],
    ['terraform', 't.tf'],
  ])('writes %s that import reads back the same', async (format, out) => {
    expect(await json(['export', '--format', format, '--out', out])).toMatchObject({
      code: 0,
      value: { file: out, bytes: expect.any(Number) as number, slugs: ['a', 'b'] },
    })
    const printed = await runCli(['export', '--format', format], { cwd })
    expect([printed.code, printed.stdout]).toEqual([0, read(out)])
    const other = temporaryFolder()
    expect((await json(['import', out, '--workspace', other])).code).toBe(0)
    expect(readFileSync(join(other, 'lambdas/b/lambda.js'), 'utf8')).toBe(body)
  })

  test('writes only the lambdas that are named, and refuses one that is not there', async () => {
    await json(['export', 'b', '--format', 'zip', '--out', 'b.zip'])
    expect(Object.keys(unzipSync(new Uint8Array(readFileSync(join(cwd, 'b.zip')))))).toEqual([
      'lambdas/b/lambda.js',
      'lambdas/b/lambda.json',
    ])
    const missing = await json<{ error: ErrorData }>([
      'export',
      'nobody',
      '--format',
      'zip',
      '--out',
      'n.zip',
    ])
    expect([missing.code, missing.value.error.code]).toEqual([2, 'lambda-not-found'])
  })

  test('tells what is broken and therefore left out, with 2', async () => {
    writeFileSync(join(cwd, 'lambdas/a/lambda.json'), '{')
    const { code, stdout, stderr } = await runCli(['export', '--format', 'kickstart'], { cwd })
    expect([code, stdout.includes('"B"'), stdout.includes('"A"')]).toEqual([2, true, false])
    expect(stderr).toContain('lambdas/a/lambda.json')
  })

  test('names in JSON what is left out, also where only a body is missing', async () => {
    rmSync(join(cwd, 'lambdas/a/lambda.js'))
    await put('lambdas/c/lambda.json', '{')
    await put('lambdas/d/empty.txt', '')
    const { code, value } = await json(['export', '--format', 'zip', '--out', 'all.zip'])
    expect(code).toBe(2)
    expect(value).toMatchObject({
      slugs: ['b'],
      leftOut: [
        { slug: 'c', code: 'not-json', file: 'lambdas/c/lambda.json' },
        { slug: 'd', code: 'settings-missing' },
        { slug: 'a', code: 'body-missing', file: 'lambdas/a/lambda.js' },
      ],
    })
    const named = await json<{ error: ErrorData }>(['export', 'a', '--format', 'zip', '--out', 'a.zip'])
    expect([named.code, existsSync(join(cwd, 'a.zip'))]).toEqual([2, false])
  })

  test.each([
    [['--format', 'zip']],
    [['--format', 'yaml', '--out', 'x']],
    [['--out', 'x']],
    [['--format', 'zip', '--out', 'no/such/folder/x.zip']],
  ])('refuses %j', async (args) => {
    const { code, stdout, stderr } = await runCli(['export', ...args], { cwd })
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toMatch(/^Error: /)
  })

  test.each([
    ['no/such/folder/x.zip', 'the folder for it is not there'],
    ['lambdas', 'it is a folder'],
  ])('says what is wrong with the place %s', async (out, because) => {
    const { code, stderr } = await runCli(['export', '--format', 'zip', '--out', out], { cwd })
    expect([code, stderr.split('\n')[0]]).toEqual([2, `Error: ${out} cannot be written: ${because}.`])
  })
})
