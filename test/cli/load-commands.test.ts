import { expect, test } from 'vitest'
import { loadCommands } from '../../electron/cli/load-commands.ts'

test.each([
  ['--version', 0],
  ['-V', 0],
  ['test', 1],
])('%s loads %i commands', async (name, count) => {
  expect(await loadCommands(name)).toHaveLength(count)
})

test.each([undefined, '--help', 'tset', '__proto__'])('%s loads every command', async (name) => {
  expect((await loadCommands(name)).length).toBeGreaterThan(20)
})
