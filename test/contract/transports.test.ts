import type { WebContents } from 'electron'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { checked } from '../../electron/contract/checked.ts'
import { createClient } from '../../electron/contract/client.ts'
import { StudioError } from '../../electron/contract/errors.ts'
import { EventHub } from '../../electron/contract/event-hub.ts'
import { createMemoryTransport } from '../../electron/contract/memory-transport.ts'
import { serve } from '../../electron/contract/serve.ts'
import type { Transport } from '../../electron/contract/transport.ts'
import { say } from '../../electron/contract/words.ts'
import { openHttpTransport } from '../helpers/http-transport.ts'

const double = await vi.hoisted(async () => {
  const { DoubleElectron: Double } = await import('../helpers/double-electron.ts')
  return new Double()
})
vi.mock('electron', () => double)

/** A small API with every kind of answer; the studio's own calls are tested where they live. */
const api = {
  echo: {
    value: checked([z.unknown()], (value) => Promise.resolve(value)),
    sum: checked([z.number(), z.number()], (a, b) => Promise.resolve(a + b)),
    optional: checked(
      [z.string(), z.number().optional(), z.string().nullable().optional(), z.number().default(7)],
      (...given) => Promise.resolve(given.map((each) => each ?? String(each))),
    ),
    nothing: checked([], () => Promise.resolve<unknown>(undefined)),
  },
  faults: {
    planned: checked([], () =>
      Promise.reject(
        new StudioError({ code: 'planned', message: 'It was planned.', hint: 'Do as planned.' }),
      ),
    ),
    worded: checked([], () =>
      Promise.reject(new StudioError({ code: 'worded', message: say`No ${'lambda'}.`, hint: 'Make one.' })),
    ),
    unplanned: checked([], () => Promise.reject(new TypeError('a path of the host: /home/someone/secret'))),
  },
  plain: { notChecked: () => Promise.resolve('must not be reached') },
}

const hub = new EventHub()
const faults: string[] = []
const server = serve(api, (path) => faults.push(path))

interface OpenTransport {
  readonly transport: Transport
  close(): Promise<void>
}

const transports: Readonly<Record<string, () => Promise<OpenTransport>>> = {
  'in memory': () =>
    Promise.resolve({ transport: createMemoryTransport(server, hub), close: () => Promise.resolve() }),
  'over Electron IPC': openIpc,
  'over HTTP with server-sent events': () => openHttpTransport(server, hub),
}

async function openIpc(): Promise<OpenTransport> {
  const { answerCalls, forwardEvents } = await import('../../electron/main/ipc.ts')
  await import('../../electron/preload/preload.ts')
  answerCalls((id) => (id === 1 ? server : undefined))
  forwardEvents(hub, double.webContents as unknown as WebContents)
  return { transport: double.exposed.get('lambdaStudio')!, close: () => Promise.resolve() }
}

describe.each(Object.entries(transports))('a transport %s', (_name, open) => {
  let opened: OpenTransport
  let client: typeof api

  beforeAll(async () => {
    opened = await open()
    client = createClient(opened.transport) as unknown as typeof api
  })
  afterAll(() => opened.close())

  test.each([
    ['a text with odd characters', 'Zoë 你好 \u0000 \u2028 "quoted"'],
    ['a deep object', { a: [{ b: { c: [1, 2.5, -0.1, null, true] } }], '': 0, 'x/y~z': 'ü' }],
    ['an empty object', {}],
    ['null', null],
    ['a large array', Array.from({ length: 20_000 }, (_, at) => at)],
  ])('carries %s there and back', async (_what, value) => {
    expect(await client.echo.value(value)).toEqual(value)
  })

  test('keeps the order of arguments', async () => {
    expect(await client.echo.sum(40, 2)).toBe(42)
  })

  test('answers a call without a value', async () => {
    expect((await client.echo.nothing()) ?? null).toBeNull()
  })

  test('takes an argument that is left out as left out, wherever it stands', async () => {
    const call = client.echo.optional as unknown as (...args: unknown[]) => Promise<unknown[]>
    expect(await call('a')).toEqual(['a', 'undefined', 'undefined', 7])
    expect(await call('a', undefined)).toEqual(['a', 'undefined', 'undefined', 7])
    expect(await call('a', undefined, 'c', undefined)).toEqual(['a', 'undefined', 'c', 7])
    expect(await call('a', 1, null, 2)).toEqual(['a', 1, 'null', 2])
    await expect(call(undefined, 1)).rejects.toMatchObject({ code: 'invalid-arguments' })
    await expect(call()).rejects.toMatchObject({ code: 'invalid-arguments' })
  })

  test('answers many calls at once, each with its own value', async () => {
    const answers = await Promise.all(Array.from({ length: 50 }, (_, at) => client.echo.value(at)))
    expect(answers).toEqual(Array.from({ length: 50 }, (_, at) => at))
  })

  test('refuses arguments of the wrong type and names the place', async () => {
    const call = client.echo.sum as unknown as (...args: unknown[]) => Promise<number>
    await expect(call(1, 'two')).rejects.toMatchObject({
      code: 'invalid-arguments',
      message: expect.stringMatching(/echo\.sum.*1: /) as string,
    })
  })

  test('refuses too many arguments', async () => {
    const call = client.echo.sum as unknown as (...args: unknown[]) => Promise<number>
    await expect(call(1, 2, 3)).rejects.toMatchObject({ code: 'invalid-arguments' })
  })

  test.each([
    'echo.absent',
    'absent.call',
    'plain.notChecked',
    'echo.constructor',
    '__proto__.toString',
    'echo',
    'a.b.c',
    '',
  ])('answers the path "%s" with unknown-call', async (path) => {
    const answer = await opened.transport.call(path, [])
    expect(answer).toMatchObject({ ok: false, error: { code: 'unknown-call' } })
  })

  test('carries a planned failure with code, message and hint', async () => {
    const failure = await client.faults.planned().catch((thrown: unknown) => thrown)
    expect(failure).toBeInstanceOf(StudioError)
    expect(failure).toMatchObject({ code: 'planned', message: 'It was planned.', hint: 'Do as planned.' })
  })

  test('carries the pattern and the values of what a failure says', async () => {
    const failure = await client.faults.worded().catch((thrown: unknown) => thrown)
    expect(failure).toMatchObject({
      message: 'No lambda.',
      messageWords: { pattern: 'No {0}.', values: ['lambda'] },
    })
  })

  test('tells nothing of the host in an unplanned failure, which the host hears of', async () => {
    const failure = (await client.faults.unplanned().catch((thrown: unknown) => thrown)) as StudioError
    expect(failure.code).toBe('internal')
    expect(JSON.stringify(failure) + String(failure.stack)).not.toContain('someone')
    expect(faults).toContain('faults.unplanned')
  })

  test('brings events in order to who listens, and no more after that', async () => {
    const heard: number[] = []
    const stop = opened.transport.on('sandbox.changed', ({ restarts }) => heard.push(restarts))
    await vi.waitFor(() => {
      hub.emit('sandbox.changed', { state: 'restarting', restarts: 0 })
      expect(heard.length).toBeGreaterThan(0)
    })
    heard.length = 0
    for (const restarts of [1, 2, 3]) hub.emit('sandbox.changed', { state: 'restarting', restarts })
    await vi.waitFor(() => expect(heard.filter((restarts) => restarts > 0)).toEqual([1, 2, 3]))
    stop()
    hub.emit('sandbox.changed', { state: 'restarting', restarts: 4 })
    expect(await client.echo.value('after')).toBe('after')
    expect(heard).not.toContain(4)
  })
})

describe('the desktop', () => {
  test.each([
    ['a foreign page', { url: 'https://attacker.example/', parent: null }],
    ['a page that only starts like ours', { url: 'lambda-studio://page.attacker.example/', parent: null }],
    ['a frame inside our page', { url: 'lambda-studio://page/index.html', parent: {} }],
    ['a frame that is gone', null],
  ])('refuses calls of %s', async (_who, sender) => {
    await openIpc()
    const own = double.sender
    double.sender = sender
    const answer = await double.exposed.get('lambdaStudio')!.call('echo.value', ['x'])
    double.sender = own
    expect(answer).toMatchObject({ ok: false, error: { code: 'sender-refused' } })
  })

  test('refuses calls of a page in a window that is not known', async () => {
    await openIpc()
    const own = double.webContents.id
    double.webContents.id = own + 1
    const answer = await double.exposed.get('lambdaStudio')!.call('echo.value', ['x'])
    double.webContents.id = own
    expect(answer).toMatchObject({ ok: false, error: { code: 'sender-refused' } })
  })
})
