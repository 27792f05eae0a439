import { EventEmitter } from 'node:events'
import { beforeAll, describe, expect, test, vi } from 'vitest'

type OpenHandler = (details: { url: string }) => { action: string }
type PermissionHandler = (
  contents: unknown,
  permission: string,
  answer?: (allowed: boolean) => void,
) => unknown

type BeforeRequest = (
  details: { url: string; webContentsId?: number },
  answer: (response: { cancel?: boolean }) => void,
) => void

const electron = vi.hoisted(() => ({
  opened: [] as string[],
  device: null as (() => boolean) | null,
  beforeRequest: null as BeforeRequest | null,
  download: null as ((event: { preventDefault: () => void }) => void) | null,
  permissions: new Map<string, PermissionHandler>(),
}))

vi.mock('electron', async () => {
  const { EventEmitter: Emitter } = await import('node:events')
  return {
    app: new Emitter(),
    shell: { openExternal: (url: string) => Promise.resolve(electron.opened.push(url)) },
    session: {
      defaultSession: {
        on: (_event: 'will-download', listener: NonNullable<typeof electron.download>) =>
          (electron.download = listener),
        setPermissionRequestHandler: (handler: PermissionHandler) =>
          electron.permissions.set('request', handler),
        setPermissionCheckHandler: (handler: PermissionHandler) => electron.permissions.set('check', handler),
        setDevicePermissionHandler: (handler: () => boolean) => (electron.device = handler),
        webRequest: { onBeforeRequest: (handler: BeforeRequest) => (electron.beforeRequest = handler) },
      },
    },
  }
})

/** A page as Electron announces it, with what the guard put on it. */
class Contents extends EventEmitter {
  open: OpenHandler = () => ({ action: 'allow' })
  setWindowOpenHandler(handler: OpenHandler): void {
    this.open = handler
  }
}

let contents: Contents

beforeAll(async () => {
  const { app } = await import('electron')
  const { blockRemoteContent, denyDownloads, guardContents, denyPermissions } =
    await import('../../electron/main/guard-contents.ts')
  guardContents()
  denyPermissions()
  denyDownloads()
  blockRemoteContent()
  contents = new Contents()
  app.emit('web-contents-created', {}, contents)
})

function isPrevented(event: string, url: string): boolean {
  const preventDefault = vi.fn()
  contents.emit(event, { url, preventDefault })
  return preventDefault.mock.calls.length > 0
}

describe('a page of the desktop', () => {
  test.each([
    'https://attacker.example/',
    'file:///etc/passwd',
    'lambda-studio://page.attacker.example/',
    'javascript:1',
  ])('does not navigate to %s', (url) => expect(isPrevented('will-navigate', url)).toBe(true))

  test('navigates within itself', () => {
    expect(isPrevented('will-navigate', 'lambda-studio://page/index.html')).toBe(false)
  })

  test('is not redirected and embeds no page', () => {
    expect(isPrevented('will-redirect', 'lambda-studio://page/')).toBe(true)
    expect(isPrevented('will-attach-webview', 'lambda-studio://page/')).toBe(true)
  })

  test('lets no frame inside it go anywhere', () => {
    const preventDefault = vi.fn()
    contents.emit('will-frame-navigate', { isMainFrame: false, preventDefault })
    expect(preventDefault).toHaveBeenCalled()
  })

  test('opens known documents in the browser and no window of its own', () => {
    expect(contents.open({ url: 'https://fusionauth.io/docs/' })).toEqual({ action: 'deny' })
    expect(electron.opened).toEqual(['https://fusionauth.io/docs/'])
  })

  test.each([
    'file:///etc/passwd',
    'javascript:alert(1)',
    'smb://server/share',
    'not an address',
    'http://fusionauth.io/docs/',
    'https://attacker.example/',
    'https://fusionauth.io/docs/../account/',
    'https://fusionauth.io@attacker.example/docs/',
    'https://fusionauth.io.attacker.example/docs/',
  ])('opens %s nowhere', (url) => {
    electron.opened.length = 0
    expect(contents.open({ url })).toEqual({ action: 'deny' })
    expect(electron.opened).toEqual([])
  })

  test.each([
    ['https://attacker.example/x.js', true],
    ['wss://attacker.example/', true],
    ['file:///etc/passwd', true],
    ['lambda-studio://page/index.html', false],
    ['blob:lambda-studio://page/1', false],
    ['data:image/png;base64,', false],
  ])('that asks for %s is stopped: %s', (url, isStopped) => {
    const answer = vi.fn()
    electron.beforeRequest!({ url, webContentsId: 1 }, answer)
    expect(answer).toHaveBeenCalledExactlyOnceWith({ cancel: isStopped })
  })

  test("does not hinder the studio's own requests to an instance", () => {
    const answer = vi.fn()
    electron.beforeRequest!({ url: 'https://auth.example.com/api/lambda' }, answer)
    expect(answer).toHaveBeenCalledExactlyOnceWith({ cancel: false })
  })

  test.each(['media', 'geolocation', 'midi', 'clipboard-read', 'openExternal', 'fullscreen'])(
    'is denied the permission %s',
    (permission) => {
      const answer = vi.fn()
      electron.permissions.get('request')!(null, permission, answer)
      expect(answer).toHaveBeenCalledWith(false)
      expect(electron.permissions.get('check')!(null, permission)).toBe(false)
    },
  )

  test('downloads nothing by itself', () => {
    const preventDefault = vi.fn()
    electron.download!({ preventDefault })
    expect(preventDefault).toHaveBeenCalled()
  })

  test('is denied every device', () => expect(electron.device!()).toBe(false))

  test.each(['clipboard-sanitized-write', 'notifications'])('may use %s', (permission) => {
    expect(electron.permissions.get('check')!(null, permission)).toBe(true)
  })
})
