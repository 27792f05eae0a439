import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'

const root = join(import.meta.dirname, '..')

/** The SHA-256 of the text at apache.org/licenses/LICENSE-2.0.txt. */
const apacheLicense = 'cfc7749b96f63bd31c3c42b5c471bf756814053e847c10f3eb003417bc523d30'

/** How the program is packed where these variables are set. */
async function configOf(variables: Readonly<Record<string, string | undefined>> = {}) {
  vi.stubEnv('UPDATE_URL', variables['UPDATE_URL'])
  vi.stubEnv('HOMEPAGE_URL', variables['HOMEPAGE_URL'])
  return (await import('../electron-builder.config.ts')).default
}

beforeEach(() => void vi.resetModules())
afterEach(() => void vi.unstubAllEnvs())

describe('the desktop program is packed', () => {
  test('for Linux, macOS and Windows', async () => {
    const { linux, mac, win } = await configOf()
    expect(linux.target).toEqual(['AppImage', 'deb'])
    expect(mac).toMatchObject({ target: ['dmg', 'zip'], hardenedRuntime: true })
    expect(win.target).toEqual(['nsis'])
  })

  test('as what opens its links and its files', async () => {
    const { protocols, fileAssociations } = await configOf()
    expect(protocols).toEqual([{ name: 'Lambda Studio', schemes: ['lambda-studio'] }])
    expect(fileAssociations).toMatchObject([{ ext: 'lambda-studio', role: 'Editor' }])
  })

  test('with its licence, which is that of Apache to the letter', async () => {
    const [licence, notices] = (await configOf()).extraResources
    expect([licence, notices]).toMatchObject(['LICENSE', { to: 'THIRD-PARTY-NOTICES.txt' }])
    const text = readFileSync(join(root, 'LICENSE'), 'utf8').replaceAll('\r\n', '\n')
    expect(createHash('sha256').update(text).digest('hex')).toBe(apacheLicense)
  })

  test('to look for newer versions where an address is given, and nowhere else', async () => {
    expect((await configOf()).publish).toBeNull()
    vi.resetModules()
    const url = 'https://releases.example.com/'
    expect((await configOf({ UPDATE_URL: url })).publish).toEqual([{ provider: 'generic', url }])
  })

  test('with the homepage that is given', async () => {
    const homepage = 'https://studio.example.com/'
    expect((await configOf({ HOMEPAGE_URL: homepage })).extraMetadata).toEqual({ homepage })
  })
})
