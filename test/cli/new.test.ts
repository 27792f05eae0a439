import { existsSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { runCli } from '../helpers/cli.ts'

let cwd: string
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'cli-new-'))
})

test('the first lambda makes an empty folder a workspace, and its example case passes', async () => {
  const made = await runCli(['new', 'LoginValidation', 'Deny strangers'], { cwd })
  expect(made).toMatchObject({ code: 0, stdout: 'Created lambdas/deny-strangers (LoginValidation).\n' })
  expect(made.stderr).toContain('Made a workspace in')
  expect(JSON.parse(readFileSync(join(cwd, 'studio.json'), 'utf8'))).toEqual({
    version: 1,
    ecmaVersion: 2021,
    instances: [],
  })
  expect(await runCli(['test'], { cwd })).toMatchObject({ code: 0 })
})

test('a folder inside a workspace makes no second one', async () => {
  await runCli(['new', 'JWTPopulate', 'One'], { cwd })
  const below = join(cwd, 'lambdas', 'one')
  expect(await runCli(['new', 'JWTPopulate', 'Two'], { cwd: below })).toMatchObject({ code: 0, stderr: '' })
  expect(existsSync(join(below, 'studio.json'))).toBe(false)
  expect(readdirSync(join(cwd, 'lambdas')).sort()).toEqual(['one', 'two'])
})

test('a type that is not known makes nothing', async () => {
  expect(await runCli(['new', 'NoSuchType', 'One'], { cwd })).toMatchObject({ code: 2 })
  expect(readdirSync(cwd)).toEqual([])
})

test('every other command says how to make a workspace', async () => {
  const { code, stderr } = await runCli(['list'], { cwd })
  expect(code).toBe(2)
  expect(stderr).toContain('lambda-studio new')
})
