import { readdirSync, readFileSync, readlinkSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { sandboxPids } from '../helpers/sandbox-pids.ts'
import { launcher, runStatements, startStudio } from '../helpers/studio.ts'

describe.runIf(process.platform === 'linux')('the sandbox process, seen from outside', () => {
  process.env['STUDIO_TEST_SECRET'] = 'must not be passed on'
  const api = startStudio()
  let pid = 0
  const read = (name: string): string => readFileSync(`/proc/${pid}/${name}`, 'utf8')

  beforeAll(async () => {
    await runStatements(api, '')
    pid = sandboxPids()[0]!
  })

  test('has no environment but its time zone and the channel to the studio', () => {
    const names = read('environ')
      .split('\0')
      .filter(Boolean)
      .map((entry) => entry.split('=')[0])
    expect(names.toSorted()).toEqual(['NODE_CHANNEL_FD', 'NODE_CHANNEL_SERIALIZATION_MODE', 'TZ'])
  })

  test('works in the folder of its own code', () => {
    expect(readlinkSync(`/proc/${pid}/cwd`)).toBe(join(launcher.entry, '..'))
  })

  test('may read its own code and packages and nothing else', () => {
    const args = read('cmdline').split('\0')
    expect(args).toContain('--permission')
    const readable = args.filter((arg) => arg.startsWith('--allow-fs-read=')).map((arg) => arg.split('=')[1]!)
    expect(
      readable.filter(
        (path) =>
          !/electron.sandbox$|node_modules.(isolated-vm|node-gyp-build)$|package\.json$|alpine-release$/.test(
            path,
          ),
      ),
    ).toEqual([])
    expect(args.filter((arg) => /^--allow-(fs-write|child-process|worker|wasi)/.test(arg))).toEqual([])
  })

  test('has no standard input and no standard output', () => {
    expect(readlinkSync(`/proc/${pid}/fd/0`)).toBe('/dev/null')
    expect(readlinkSync(`/proc/${pid}/fd/1`)).toBe('/dev/null')
  })

  test('has no connection and listens at no port', () => {
    const held = new Set(
      readdirSync(`/proc/${pid}/fd`).flatMap(
        (fd) => /socket:\[(\d+)\]/.exec(linkOf(`/proc/${pid}/fd/${fd}`))?.[1] ?? [],
      ),
    )
    const inodes = ['tcp', 'tcp6', 'udp', 'udp6'].flatMap((kind) =>
      read(`net/${kind}`)
        .split('\n')
        .slice(1)
        .map((line) => line.trim().split(/\s+/)[9]),
    )
    expect(inodes.filter((inode) => inode !== undefined && held.has(inode))).toEqual([])
  })
})

/** A descriptor may be closed between the listing and the look at it. */
function linkOf(path: string): string {
  try {
    return readlinkSync(path)
  } catch {
    return ''
  }
}
