import { EventEmitter } from 'node:events'
import { beforeAll, describe, expect, test, vi } from 'vitest'

type OpenHandler = (details: { url: string }) => { action: string }
type PermissionHandler = (
  contents: unknown,
  permission: string,
  answer?: (allowed: boolean) => void,
) => unknown

const electron = vi.hoisted(() => ({
  opened: [] as string[],
  permissions: new Map<string, PermissionHandler>(),
}))

vi.mock('electron', async () => {
  const { EventEmitter: Emitter } = await import('node:events')
  return {
    app: new Emitter(),
    shell: { openExternal: (url: string) => Promise.resolve(electron.opened.push(url)) },
    session: {
      defaultSession: {
        setPermissionRequestHandler: (handler: PermissionHandler) =>
          electron.permissions.set('request', handler),
        setPermissionCheckHandler: (handler: PermissionHandler) => electron.permissions.set('check', handler),
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
  const { guardContents, denyPermissions } = await import('../../electron/main/guard-contents.ts')
  guardContents()
  denyPermissions()
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

  test('opens web links in the browser and no window of its own', () => {
    expect(contents.open({ url: 'https://fusionauth.io/docs/' })).toEqual({ action: 'deny' })
    expect(electron.opened).toEqual(['https://fusionauth.io/docs/'])
  })

  test.each(['file:///etc/passwd', 'javascript:alert(1)', 'smb://server/share', 'not an address'])(
    'opens %s nowhere',
    (url) => {
      electron.opened.length = 0
      expect(contents.open({ url })).toEqual({ action: 'deny' })
      expect(electron.opened).toEqual([])
    },
  )

  test.each([
    'media',
    'geolocation',
    'notifications',
    'midi',
    'clipboard-read',
    'openExternal',
    'fullscreen',
  ])('is denied the permission %s', (permission) => {
    const answer = vi.fn()
    electron.permissions.get('request')!(null, permission, answer)
    expect(answer).toHaveBeenCalledWith(false)
    expect(electron.permissions.get('check')!(null, permission)).toBe(false)
  })

  test('may put text on the clipboard', () => {
    expect(electron.permissions.get('check')!(null, 'clipboard-sanitized-write')).toBe(true)
  })
})
