import type { EventEmitter } from 'node:events'
import { resolve } from 'node:path'
import { beforeEach, expect, test, vi } from 'vitest'

vi.mock('electron', async () => {
  const { EventEmitter: Emitter } = await import('node:events')
  return { app: new Emitter() }
})

const app = (await import('electron')).app as unknown as EventEmitter
const { hearRequests } = await import('../../electron/main/hear-requests.ts')

const cwd = resolve('/work')
const stoppable = () => ({ preventDefault: vi.fn() })
const link = 'lambda-studio://open?lambda=a'

beforeEach(() => void app.removeAllListeners())

function hear(...args: string[]) {
  const requests = hearRequests({ args, cwd })
  const heard: object[] = []
  return { heard, listen: () => requests.listen((request) => heard.push(request)) }
}

test('what came before anybody listened is told then, and an empty start gives way to it', () => {
  const { heard, listen } = hear()
  app.emit('open-url', stoppable(), link)
  listen()
  expect(heard).toEqual([{ folders: [], links: [link] }])
})

test('a start that asks for nothing is told as such', () => {
  const { heard, listen } = hear()
  listen()
  expect(heard).toEqual([{ folders: [], links: [] }])
})

test('another start is read from what it sent, not from its command line', () => {
  const { heard, listen } = hear('identity')
  listen()
  app.emit('second-instance', {}, ['program', '--chromium-switch', 'noise'], '/', { args: ['shop'], cwd })
  expect(heard.at(-1)).toEqual({ folders: [resolve(cwd, 'shop')], links: [] })
})

test('another start that sent something else is read from its command line', () => {
  const { heard, listen } = hear('identity')
  listen()
  app.emit('second-instance', {}, ['program', 'shop'], cwd, { args: 'shop' })
  expect(heard.at(-1)).toEqual({ folders: [resolve(cwd, 'shop')], links: [] })
})

test('a file of the file manager names its folder', () => {
  const { heard, listen } = hear('identity')
  listen()
  const event = stoppable()
  app.emit('open-file', event, resolve(cwd, 'shop', 'shop.lambda-studio'))
  expect(heard.at(-1)).toEqual({ folders: [resolve(cwd, 'shop')], links: [] })
  expect(event.preventDefault).toHaveBeenCalledOnce()
})
