import { createHmac, timingSafeEqual } from 'node:crypto'
import type { HttpBindings } from '@hono/node-server'
import type { Context } from 'hono'
import type { World } from '../world/world.ts'

/** No path of FusionAuth's. */
export const proofPath = '/lambda-studio/proof'

const keyName = 'Global'

/** The key of a world that its own studio works with; undefined where somebody deleted it. */
export function ownKey(world: World): string | undefined {
  return world.apiKeys.find(({ name }) => name === keyName)?.key
}

/**
 * What only a server that knows the key can answer to a challenge. The port is a part of it, so that nobody can have
 * the challenge of one port answered by the instance at another.
 */
export function proofOf(key: string, port: number, challenge: string): string {
  return createHmac('sha256', key).update(`lambda-studio instance at ${port}: ${challenge}`).digest('hex')
}

/** Shows who asks, without a key, that this is the instance it takes it for. */
export function answerProof(world: World): (context: Context) => Response {
  return (context) => {
    const key = ownKey(world)
    // Only requests that never crossed a socket have none.
    const port = (context.env as Partial<HttpBindings> | undefined)?.incoming?.socket.localPort
    if (key === undefined || port === undefined) return context.body(null, 404)
    return context.text(proofOf(key, port, (context.req.query('challenge') ?? '').slice(0, 200)))
  }
}

/** Whether two proofs are the same; in constant time. */
export function isProof(offered: string, expected: string): boolean {
  const [one, other] = [Buffer.from(offered), Buffer.from(expected)]
  return one.length === other.length && timingSafeEqual(one, other)
}
