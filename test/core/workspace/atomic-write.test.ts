import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { writeAtomically } from '../../../electron/core/workspace/atomic-write.ts'
import { SmallDisk } from '../../helpers/small-disk.ts'
import { temporaryFolder } from '../../helpers/workspace-studio.ts'

test('a file that exists is replaced and nothing is left beside it', async () => {
  const folder = temporaryFolder()
  writeFileSync(join(folder, 'a.js'), 'old')
  await writeAtomically(join(folder, 'a.js'), 'new')
  expect(readFileSync(join(folder, 'a.js'), 'utf8')).toBe('new')
  expect(readdirSync(folder)).toEqual(['a.js'])
})

test('a write that fails leaves nothing behind', async () => {
  const folder = temporaryFolder()
  mkdirSync(join(folder, 'a.js'))
  writeFileSync(join(folder, 'a.js', 'full'), '')
  await expect(writeAtomically(join(folder, 'a.js'), 'new')).rejects.toThrow()
  expect(readdirSync(folder)).toEqual(['a.js'])
})

/** A small disk of its own needs rights that not every machine gives. */
const disk = SmallDisk.mount(1)
afterAll(() => disk?.unmount())

describe.runIf(disk !== null)('on a disk that is full', () => {
  test('the old file stands whole', async () => {
    const path = join(disk?.folder ?? '', 'a.js')
    await writeAtomically(path, 'old')
    await expect(writeAtomically(path, 'x'.repeat(4 * 1024 * 1024))).rejects.toMatchObject({ code: 'ENOSPC' })
    expect(readFileSync(path, 'utf8')).toBe('old')
    expect(readdirSync(disk?.folder ?? '')).toEqual(['a.js'])
  })
})
