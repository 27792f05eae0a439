import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest'
import { StudioError } from '../../../electron/contract/errors.ts'
import { SmallDisk } from '../../helpers/small-disk.ts'
import { makeStudio, putFile } from '../../helpers/workspace-studio.ts'

const body = 'function populate(jwt, user, registration) {}\n'
const disk = SmallDisk.mount(2)
afterAll(() => disk?.unmount())

/** A real disk shows what no stand-in does: which of several writes fails, and what is left of it. */
describe.runIf(disk !== null)('a workspace on a disk', () => {
  const folder = join(disk?.folder ?? '', 'identity')
  let studio: ReturnType<typeof makeStudio>

  beforeEach(async () => {
    rmSync(folder, { recursive: true, force: true })
    await putFile(join(folder, 'studio.json'), { version: 1 })
    await putFile(join(folder, 'lambdas/a/lambda.js'), body)
    await putFile(join(folder, 'lambdas/a/lambda.json'), { name: 'A', type: 'JWTPopulate' })
    studio = makeStudio()
    await studio.api.workspace.open(folder)
  })
  afterEach(() => {
    studio.close()
    disk?.setReadOnly(false)
    rmSync(join(disk?.folder ?? '', 'filling'), { force: true })
  })

  /** Every write that there is, each with the code that it ends with. */
  async function codes(): Promise<Record<string, string>> {
    const { lambdas, drafts, cases, workspace, instances } = studio.api
    const text = `${body}// ${'x'.repeat(4096)}\n`
    const writes: Record<string, () => Promise<unknown>> = {
      save: () => lambdas.save('a', { body: text }),
      create: () => lambdas.create({ type: 'JWTPopulate', name: 'B', body: text }),
      rename: () => lambdas.rename('a', 'C', true),
      duplicate: () => lambdas.duplicate('a', 'D'),
      draft: () => drafts.put({ slug: 'a', part: { kind: 'body' }, text, basedOn: null }),
      case: () => cases.create('a', { name: 'e', content: { input: { jwt: { a: text } } } }),
      import: async () => {
        const file = { file: 'f.js', name: 'F', type: 'JWTPopulate', engineType: 'GraalJS' } as const
        const [end] = await workspace.importLambdas([{ ...file, debug: false, body: text, id: null }], null)
        if (end?.kind === 'failed') throw new StudioError({ code: end.code, message: end.message, hint: '' })
      },
      instance: () => instances.add({ id: 'dev', name: 'x'.repeat(100), url: 'http://localhost:9011' }, null),
    }
    const ended: Record<string, string> = {}
    for (const [name, write] of Object.entries(writes)) {
      ended[name] = await write().then(
        () => 'done',
        (thrown: unknown) => (thrown instanceof StudioError ? thrown.code : String(thrown)),
      )
    }
    return ended
  }

  test('that is read-only is read, run and tested, and every write says why it was not made', async () => {
    disk?.setReadOnly(true)
    expect(await studio.api.workspace.current()).toMatchObject({ readOnly: true })
    expect(await studio.api.lambdas.read('a')).toMatchObject({ body })
    const ends = await codes()
    expect(new Set(Object.values(ends)), JSON.stringify(ends)).toEqual(new Set(['not-writable']))
    expect((await studio.api.lambdas.list()).lambdas.map(({ slug }) => slug)).toEqual(['a'])
  })

  test('that is full keeps every file whole, says so, and goes on once there is space', async () => {
    fill(join(disk?.folder ?? '', 'filling'))
    const ends = await codes()
    expect(new Set(Object.values(ends)), JSON.stringify(ends)).toEqual(new Set(['disk-full']))
    expect(readFileSync(join(folder, 'lambdas/a/lambda.js'), 'utf8')).toBe(body)
    const { lambdas, problems } = await studio.api.lambdas.list()
    expect([lambdas.map(({ slug }) => slug), problems]).toEqual([['a'], []])
    rmSync(join(disk?.folder ?? '', 'filling'))
    expect(await studio.api.lambdas.save('a', { body: `${body}\n` })).toMatchObject({ kind: 'saved' })
  })
})

/** Writes until nothing more fits. */
function fill(path: string): void {
  for (const size of [65_536, 1024, 1]) {
    try {
      for (;;) writeFileSync(path, 'x'.repeat(size), { flag: 'a' })
    } catch {
      // Full for pieces of this size.
    }
  }
}
