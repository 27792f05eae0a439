import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { build } from 'vite'
import { beforeAll, expect, test } from 'vitest'
import { openWorkspace, temporaryFolder } from '../../helpers/workspace-studio.ts'

const kills = 500
const sideBySide = 4

/** A text of version `n`, long enough that a write takes several steps, and telling whether it is whole. */
const isWhole = (text: string): boolean => {
  const [, version, filling] = /^\/\/ version (\d+)\n\/\* (x*) \*\/\n\/\/ end \d+\n$/.exec(text) ?? []
  return version !== undefined && filling?.length === 50_000 && text.endsWith(`// end ${version}\n`)
}

const textOf = (version: number): string =>
  `// version ${version}\n/* ${'x'.repeat(50_000)} */\n// end ${version}\n`

let saver: string

/** One file with all that it needs starts several times as fast. */
beforeAll(async () => {
  saver = join(temporaryFolder(), 'save-in-a-loop.js')
  await build({
    configFile: false,
    logLevel: 'warn',
    ssr: { noExternal: true },
    build: {
      ssr: join(import.meta.dirname, '..', '..', 'helpers', 'save-in-a-loop.ts'),
      outDir: dirname(saver),
      emptyOutDir: false,
      rollupOptions: { output: { entryFileNames: basename(saver) } },
    },
  })
  writeFileSync(join(dirname(saver), 'package.json'), '{ "type": "module" }')
})

/** Starts a program that waits to save without end. */
async function startSaver(folder: string): Promise<ChildProcess> {
  const child = spawn(process.execPath, [saver, folder], { stdio: ['pipe', 'pipe', 'inherit'] })
  await once(child.stdout, 'data')
  return child
}

/** Lets the program save and kills it at some moment. */
async function killAfter(child: ChildProcess, delay: number): Promise<void> {
  const gone = once(child, 'close')
  child.stdin?.write('go\n')
  await setTimeout(delay)
  child.kill('SIGKILL')
  await gone
}

test(`after each of ${kills} kills during saves every file is whole, and either old or new`, async () => {
  const folders = await Promise.all(
    Array.from({ length: sideBySide }, async () => {
      const studio = await openWorkspace()
      await studio.api.lambdas.create({ type: 'JWTPopulate', name: 'a', body: textOf(0) })
      studio.close()
      return studio.folder
    }),
  )
  const broken: string[] = []
  let saved = 0
  const killIn = async (folder: string): Promise<void> => {
    let before = 0
    // On a busy machine a save takes longer; a kill that came before it widens the span for the next.
    let span = 60
    let next = startSaver(folder)
    for (let at = 0; at < kills / sideBySide; at++) {
      const child = await next
      next = startSaver(folder)
      await killAfter(child, Math.random() * span)
      const body = readFileSync(join(folder, 'lambdas/a/lambda.js'), 'utf8')
      const version = Number(/\d+/.exec(body)?.[0])
      if (!isWhole(body) || version < before)
        broken.push(`body after version ${before}: ${body.slice(0, 40)}`)
      span = version > before ? Math.max(60, span * 0.8) : Math.min(500, span * 1.5)
      saved += version - before
      before = version
      for (const path of ['lambdas/a/lambda.json', '.studio/drafts/a/body.json']) {
        // The first kill may come before the first draft.
        if (version > 0 || existsSync(join(folder, path)))
          JSON.parse(readFileSync(join(folder, path), 'utf8'))
      }
    }
    await killAfter(await next, 0)
  }
  await Promise.all(folders.map(killIn))
  expect(broken).toEqual([])
  // Kills that all came before the first save would prove nothing.
  expect(saved).toBeGreaterThan(kills / 10)

  const studio = await openWorkspace()
  for (const folder of folders) {
    await studio.api.workspace.open(folder)
    const { problems } = await studio.api.history.list('a')
    expect(problems).toEqual([])
    expect(await studio.api.drafts.list()).toHaveLength(1)
  }
  studio.close()
}, 120_000)

test('a text that is cut off or mixed is told from a whole one', () => {
  const whole = textOf(7)
  expect(isWhole(whole)).toBe(true)
  expect(isWhole(whole.slice(0, -1))).toBe(false)
  expect(isWhole(whole.replace('end 7', 'end 8'))).toBe(false)
})
