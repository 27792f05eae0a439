import { Hono } from 'hono'
import { notFound } from './http/call.ts'
import { isLoopbackHost } from './http/loopback.ts'
import { mount, send } from './http/mount.ts'
import { answerProof, proofPath } from './http/proof.ts'
import { Refusal, unexpectedFault } from './http/refusal.ts'
import { endpoints } from './routes/endpoints.ts'
import type { World } from './world/world.ts'

/** FusionAuth's API over a world, as a function from request to response. */
export function createDemoApp(world: World, reportFault: (fault: unknown) => void = () => undefined): Hono {
  const app = new Hono({ strict: false })
  app.use(async (context, next) => {
    if (isLoopbackHost(context.req.header('Host'))) return next()
    return send({ status: 403 })
  })
  for (const endpoint of endpoints) mount(app, world, endpoint)
  app.get(proofPath, answerProof(world))
  app.notFound(() => send(notFound))
  app.onError((fault) => {
    if (fault instanceof Refusal) return send({ status: fault.status, body: fault.errors })
    reportFault(fault)
    return send({ status: 500, body: unexpectedFault })
  })
  return app
}
