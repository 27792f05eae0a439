import { setImmediate } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { readBody } from '../../../electron/core/instance/read-answer.ts'

const megabyte = new Uint8Array(1024 * 1024)

/** An answer that gives as many megabytes as it is told to, and how many were taken of it. */
function answerOf(megabytes: number): { readonly response: Response; taken: () => number; end: () => void } {
  let taken = 0
  let end = (): void => undefined
  const body = new ReadableStream<Uint8Array>(
    {
      async pull(stream) {
        if (taken === megabytes) {
          await new Promise<void>((resolve) => (end = resolve))
          stream.close()
        } else {
          taken += 1
          stream.enqueue(megabyte)
        }
      },
    },
    { highWaterMark: 0 },
  )
  return { response: new Response(body), taken: () => taken, end: () => end() }
}

/** Until everything that can go on without us has gone on. */
async function atRest(): Promise<void> {
  for (let turn = 0; turn < 200; turn++) await setImmediate()
}

test('of several large answers one is read at a time, so that they do not add up in memory', async () => {
  const answers = [answerOf(20), answerOf(40), answerOf(30)]
  const read = answers.map(({ response }) => readBody(response))
  await atRest()
  expect(answers.map(({ taken }) => taken())).toEqual([20, 17, 17])
  answers[0]?.end()
  await atRest()
  expect(answers.map(({ taken }) => taken())).toEqual([20, 40, 17])
  answers[1]?.end()
  await atRest()
  answers[2]?.end()
  const lengths = (await Promise.all(read)).map(({ length }) => length / megabyte.length)
  expect(lengths).toEqual([20, 40, 30])
})

test('a small answer waits for no large one, and a large one that breaks off lets the next one in', async () => {
  const large = answerOf(20)
  const readLarge = readBody(large.response)
  await atRest()
  const small = answerOf(2)
  const readSmall = readBody(small.response)
  await atRest()
  small.end()
  expect((await readSmall).length).toBe(2 * megabyte.length)

  let chunks = 0
  const broken = new ReadableStream<Uint8Array>({
    pull: (stream) => (++chunks > 18 ? stream.error(new Error('reset')) : stream.enqueue(megabyte)),
  })
  const readBroken = readBody(new Response(broken))
  large.end()
  await readLarge
  await expect(readBroken).rejects.toThrow('reset')
  const next = answerOf(17)
  const readNext = readBody(next.response)
  await atRest()
  next.end()
  expect((await readNext).length).toBe(17 * megabyte.length)
})
