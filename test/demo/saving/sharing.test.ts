import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readDataFile } from '../../../electron/demo/saving/read-data-file.ts'
import { writeDataFile } from '../../../electron/demo/saving/write-data-file.ts'
import { seedWorld } from '../../../electron/demo/seed/seed-world.ts'
import type { World } from '../../../electron/demo/world/world.ts'

/** How many objects users hold for each thing they mostly have in common. */
function countParts(world: World): number[] {
  const users = world.users.list()
  const registrations = users.flatMap((user) => user.registrations)
  const parts: unknown[][] = [
    users.map(({ data }) => data),
    users.map(({ preferredLanguages }) => preferredLanguages),
    registrations.map(({ roles }) => roles),
  ]
  return parts.map((list) => new Set(list).size)
}

test('users who are read hold no more objects than those who were written', async () => {
  const file = join(mkdtempSync(join(tmpdir(), 'demo-sharing-')), 'world.jsonl')
  const written = await seedWorld(2000, 1)
  await writeDataFile(file, written)
  const read = (await readDataFile(file))!
  expect(read.users.list()).toEqual(written.users.list())
  countParts(read).forEach((count, index) => {
    expect(count).toBeLessThanOrEqual(countParts(written)[index]!)
    expect(count).toBeLessThan(1000)
  })
})
