import { describe, expect, test, vi } from 'vitest'
import { loadUpdater, Updates, type UpdatePorts, type Updater } from '../../electron/main/updates.ts'
import { ofVersion, words } from '../../electron/main/words.ts'

// As it is when it is loaded: it would download by itself, and install when the program ends.
vi.mock('electron-updater', () => ({
  default: { autoUpdater: { autoDownload: true, autoInstallOnAppQuit: true } },
}))

/** A user with answers in store, and an updater that finds version 2.0.0; both note what happens, in order. */
function make(answers: readonly boolean[], ports: Partial<UpdatePorts> & { found?: boolean } = {}) {
  const events: string[] = []
  const left = [...answers]
  const { found = true, ...others } = ports
  const updater: Updater = {
    checkForUpdates: () => Promise.resolve({ isUpdateAvailable: found, updateInfo: { version: '2.0.0' } }),
    downloadUpdate: () => Promise.resolve(events.push('download')),
    quitAndInstall: () => void events.push('install'),
  }
  const updates = new Updates({
    updater: () => Promise.resolve(updater),
    ask: ({ message }) => {
      events.push(`asked: ${message}`)
      return Promise.resolve(left.shift() ?? false)
    },
    tell: (message) => Promise.resolve(void events.push(`told: ${message}`)),
    idle: () => Promise.resolve(),
    isBusy: () => Promise.resolve(false),
    closeAll: () => Promise.resolve(events.push('close') > 0),
    ...others,
  })
  return { updates, events }
}

const asksDownload = `asked: ${ofVersion(words.download, '2.0.0')}`
const asksInstall = `asked: ${ofVersion(words.install, '2.0.0')}`

describe('an update', () => {
  test('is downloaded once the user says so, and installed once they say so again', async () => {
    const { updates, events } = make([true, true])
    await updates.check(false)
    expect(events).toEqual([asksDownload, 'download', asksInstall, 'close', 'install'])
  })

  test('that is not wanted is not downloaded', async () => {
    const { updates, events } = make([false])
    await updates.check(false)
    expect(events).toEqual([asksDownload])
  })

  test('that is downloaded is not installed against the will of the user', async () => {
    const { updates, events } = make([true, false])
    await updates.check(false)
    expect(events).toEqual([asksDownload, 'download', asksInstall])
  })

  test('is not installed where a window stays open', async () => {
    const { updates, events } = make([true, true], { closeAll: () => Promise.resolve(false) })
    await updates.check(false)
    expect(events).not.toContain('install')
  })

  test('waits with its question until no job is under way', async () => {
    const job = Promise.withResolvers<undefined>()
    const { updates, events } = make([true, true], { idle: () => job.promise })
    const checked = updates.check(false)
    await new Promise((resolve) => setImmediate(resolve))
    expect(events).toEqual([asksDownload, 'download'])
    job.resolve(undefined)
    await checked
    expect(events.at(-1)).toBe('install')
  })

  test('asks again after a job that began while the question stood', async () => {
    const busy = [true, false]
    const { updates, events } = make([true, true, true], {
      isBusy: () => Promise.resolve(busy.shift() ?? false),
    })
    await updates.check(false)
    expect(events).toEqual([asksDownload, 'download', asksInstall, asksInstall, 'close', 'install'])
  })
})

describe('looking for an update', () => {
  test('that finds none is told to whoever asked', async () => {
    const { updates, events } = make([], { found: false })
    await updates.check(true)
    expect(events).toEqual([`told: ${words.newest}`])
  })

  test('that nobody asked for is silent where it finds none or fails', async () => {
    const none = make([], { found: false })
    await none.updates.check(false)
    const failing = make([], { updater: () => Promise.reject(new Error('no network')) })
    await failing.updates.check(false)
    expect([...none.events, ...failing.events]).toEqual([])
  })

  test('that fails is told to whoever asked', async () => {
    const { updates, events } = make([], { updater: () => Promise.reject(new Error('no network')) })
    await updates.check(true)
    expect(events).toEqual([`told: ${words.cannotCheck}`])
  })

  test('twice at once asks once', async () => {
    const { updates, events } = make([false, false])
    await Promise.all([updates.check(true), updates.check(true)])
    expect(events).toEqual([asksDownload])
  })
})

test('the updater neither downloads nor installs of itself', async () => {
  expect(await loadUpdater()).toMatchObject({ autoDownload: false, autoInstallOnAppQuit: false })
})
