import { expect, test } from 'vitest'
import type { Transport } from '../../../electron/contract/transport.ts'
import { WatchedTransport } from '../../../renderer/transport/watched-transport.ts'

/** Answers with what stands at the head of the list; an error there is thrown. */
function scripted(answers: unknown[]): Transport {
  return {
    call: () => {
      const answer = answers.shift()
      return answer instanceof Error ? Promise.reject(answer) : Promise.resolve({ ok: true, value: answer })
    },
    on: () => () => undefined,
  }
}

test('a lost and a found connection are told once each', async () => {
  const transport = new WatchedTransport(scripted([1, new Error('gone'), new Error('gone'), 2, 3]))
  const told: boolean[] = []
  transport.onConnectionChange((connected) => told.push(connected))
  for (let call = 0; call < 5; call += 1) await transport.call('a.b', []).catch(() => undefined)
  expect(told).toEqual([false, true])
})

test('a call that nobody answered fails with a code and a hint', async () => {
  const transport = new WatchedTransport(scripted([new Error('ECONNREFUSED 127.0.0.1')]))
  await expect(transport.call('a.b', [])).rejects.toMatchObject({ code: 'host-unreachable' })
})

test('what was not heard is told where calls are answered again, and where events come again', async () => {
  let resume = (): void => undefined
  const transport = new WatchedTransport({
    ...scripted([1, new Error('gone'), 2, 3]),
    onResume: (listener) => {
      resume = listener
      return () => undefined
    },
  })
  let told = 0
  transport.onResume(() => (told += 1))
  for (let call = 0; call < 4; call += 1) await transport.call('a.b', []).catch(() => undefined)
  expect(told).toBe(1)
  resume()
  expect(told).toBe(2)
})
