import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs'
import { mkdtemp, realpath } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { StudioError } from '../../../electron/contract/errors.ts'
import { readFoundText, readTextAtOnce } from '../../../electron/core/files/read-text.ts'

let folder = ''

beforeAll(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'read-text-')))
})

const ways = [
  ['at once', (path: string) => Promise.resolve().then(() => readTextAtOnce(path))],
  ['in its own time', readFoundText],
] as const

describe.each(ways)('a file that is read %s', (_name, read) => {
  test.each([0, 1, 8191, 8192, 65_536, 3_000_000])('of %d bytes is read to its end', async (length) => {
    const path = join(folder, `${length}.txt`)
    const text = 'ab'.repeat(length).slice(0, length)
    writeFileSync(path, text)
    expect(await read(path)).toBe(text)
    appendFileSync(path, 'more')
    expect(await read(path)).toBe(`${text}more`)
  })

  test.runIf(process.platform === 'linux')('that does not say its size is read to its end', async () => {
    expect(await read('/proc/self/status')).toMatch(/^Name:.+nonvoluntary_ctxt_switches:\s*\d+\n$/s)
  })

  test('that is a folder, is not there, or is no text is refused by what it is', async () => {
    mkdirSync(join(folder, 'folder'), { recursive: true })
    writeFileSync(join(folder, 'bytes'), Buffer.from([0xc3, 0x28]))
    const reasons = {
      folder: 'it is a folder',
      missing: 'there is no such file',
      bytes: 'it is not UTF-8 text',
    }
    for (const [name, reason] of Object.entries(reasons)) {
      const refusal = await read(join(folder, name)).then(
        () => null,
        (thrown: unknown) => thrown,
      )
      expect(refusal).toBeInstanceOf(StudioError)
      expect(refusal).toMatchObject({
        code: 'unreadable-file',
        message: expect.stringContaining(reason) as string,
      })
    }
  })
})
