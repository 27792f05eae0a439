import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { runCli } from '../helpers/cli.ts'
import { putFile, temporaryFolder } from '../helpers/workspace-studio.ts'

let cwd: string
const cli = (...args: string[]) => runCli(args, { cwd })
const put = (path: string, text: string | object) => putFile(join(cwd, path), text)
const body = 'function populate(jwt, user) {\n  jwt.id = user && user.id\n}\n'
const passing = { input: { jwt: {}, user: { id: '1' } }, expect: { arguments: { jwt: { id: '1' } } } }

async function putLambda(slug: string): Promise<void> {
  await put(`lambdas/${slug}/lambda.js`, body)
  await put(`lambdas/${slug}/lambda.json`, { name: slug, type: 'JWTPopulate' })
  await put(`lambdas/${slug}/cases/passing.json`, passing)
}

beforeEach(async () => {
  cwd = temporaryFolder()
  await put('studio.json', { version: 1 })
  await putLambda('good')
})

test('a broken studio.json is told, left alone, and the rest is checked, tested and run', async () => {
  await put('studio.json', '{ "version": 1,, }')
  for (const [args, done] of [
    [['check'], '1 body checked'],
    [['test'], '1 passed'],
    [['test', 'good'], '1 passed'],
    [['run', 'good', '--case', 'passing'], 'Completed'],
    [['list'], 'good'],
  ] as const) {
    const { code, stdout, stderr } = await cli(...args)
    expect.soft([...args, code]).toEqual([...args, 2])
    expect.soft(stdout).toContain(done)
    expect.soft(stderr.split('studio.json is not JSON: line 1, column 16')).toHaveLength(2)
  }
  expect(readFileSync(join(cwd, 'studio.json'), 'utf8')).toBe('{ "version": 1,, }')
})

test('a body that is missing or no text is told once, and the rest is checked', async () => {
  await put('lambdas/no-body/lambda.json', { name: 'No body', type: 'JWTPopulate' })
  await putLambda('no-text')
  writeFileSync(join(cwd, 'lambdas/no-text/lambda.js'), new Uint8Array([0x63, 0xe9]))
  const { code, stdout, stderr } = await cli('check')
  expect([code, stdout]).toEqual([2, '1 body checked, no problems.\n'])
  expect(stderr.match(/lambdas\/no-body/g)).toHaveLength(1)
  expect(stderr).toContain('lambdas/no-text/lambda.js cannot be read: it is not UTF-8 text.')
})

test('cases that cannot be listed are told, and the others are tested', async () => {
  await put('lambdas/odd/lambda.js', body)
  await put('lambdas/odd/lambda.json', { name: 'Odd', type: 'JWTPopulate' })
  await put('lambdas/odd/cases', 'a file where a folder should be')
  const { code, stdout, stderr } = await cli('test')
  expect([code, stdout]).toEqual([2, expect.stringContaining('1 passed')])
  expect(stderr).toContain('lambdas/odd/cases cannot be read: a file is where a folder should be.')
})

test('what was tested is told although a report cannot be written', async () => {
  await put('taken', 'a file where a folder should be')
  const { code, stdout, stderr } = await cli('test', '--junit', 'taken/junit.xml')
  expect([code, stdout]).toEqual([2, expect.stringContaining('1 passed')])
  expect(stderr).toContain('taken/junit.xml cannot be written')
  const printed = (await cli('test', '--junit', 'taken/junit.xml', '--json')).stdout
  expect(JSON.parse(printed)).toHaveProperty('error')
})

test.each(['', '  '])('a lambda is not called %j', async (name) => {
  expect((await cli('new', 'JWTPopulate', name)).code).toBe(2)
  expect((await cli('list')).stdout).toBe('good  JWTPopulate  good\n')
})

test('a JUnit report has every case, also of lambdas that --bail kept from a turn', async () => {
  await put('lambdas/good/cases/failing.json', { ...passing, expect: { throws: 'x' } })
  for (const slug of ['a', 'b', 'c']) {
    await putLambda(slug)
    await put(`lambdas/${slug}/cases/second.json`, passing)
  }
  await cli('test', '--bail', '--junit', 'junit.xml')
  const names = readFileSync(join(cwd, 'junit.xml'), 'utf8').match(/classname="\w+" name="\w+"/g)
  expect(new Set(names)).toHaveLength(8)
})
