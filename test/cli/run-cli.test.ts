import { expect, test } from 'vitest'
import { runCli } from '../helpers/cli.ts'
import { temporaryFolder } from '../helpers/workspace-studio.ts'

test.each([[[]], [['groups']], [['members']], [['instance']]])(
  'a command that is missing after %j is said, and ends with 2',
  async (args) => {
    const { code, stdout, stderr } = await runCli(args, { cwd: temporaryFolder() })
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toMatch(/^Error: A command is missing\.\n.*--help/)
  },
)
