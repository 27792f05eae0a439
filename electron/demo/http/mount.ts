import type { Context, Hono } from 'hono'
import type { World } from '../world/world.ts'
import { authorize } from './authorize.ts'
import { parseBody, readBody } from './body.ts'
import { unauthorized, type Answer, type Call, type Handler, type Method } from './call.ts'
import type { Endpoint } from './endpoint.ts'
import { refuse } from './refusal.ts'
import { scopedTenant, tenantHeader } from './tenant.ts'

/** Adds an endpoint to the server. Its path answers 405 to every method that it has no handler for. */
export function mount(app: Hono, world: World, endpoint: Endpoint): void {
  app.all(endpoint.path, async (context) => send(await serve(world, endpoint, context)))
}

async function serve(world: World, endpoint: Endpoint, context: Context): Promise<Answer> {
  const method = methodOf(context)
  const handler = own(endpoint.handlers, method)
  if (!handler) return { status: 405, headers: { Allow: allowed(endpoint) } }
  const apiKey = authorize(world, endpoint, method as Method, context.req.header('Authorization'))
  if (apiKey === 'refused') return unauthorized
  const scope = scopedTenant(world, apiKey, context.req.header(tenantHeader))
  if (scope.refused) return unauthorized
  const body = method === 'GET' ? noBody : await takeBody(context, method)
  const query = new URL(context.req.url).searchParams
  const parameters = context.req.param()
  return handler({ world, apiKey, tenantId: scope.tenantId, parameters, query, ...body })
}

/**
 * HTTP asks for HEAD wherever there is GET; whether FusionAuth has it is not documented. The official Java client
 * cannot send PATCH and names it in a header of a POST.
 */
function methodOf({ req }: Context): string {
  if (req.method === 'POST') return req.header('X-HTTP-Method-Override')?.toUpperCase() || 'POST'
  return req.method === 'HEAD' ? 'GET' : req.method
}

function own(handlers: Endpoint['handlers'], method: string): Handler | undefined {
  return Object.hasOwn(handlers, method) ? handlers[method as Method] : undefined
}

function allowed({ handlers }: Endpoint): string {
  const methods = Object.keys(handlers)
  return (methods.includes('GET') ? ['HEAD', ...methods] : methods).join(', ')
}

type Body = Pick<Call, 'body' | 'mediaType'>

const noBody: Body = { body: undefined, mediaType: '' }

async function takeBody(context: Context, method: string): Promise<Body> {
  const text = await readBody(context.req.raw)
  if (text === undefined) return noBody
  const mediaType = (context.req.header('Content-Type') ?? '').split(';', 1).join('').trim().toLowerCase()
  if (!mediaTypes(method).includes(mediaType)) {
    // The documentation only asks for the header; what a request without it gets is not documented.
    refuse(
      'InvalidContentType',
      `The Content-Type of this request must be ${mediaTypes(method).join(' or ')}.`,
    )
  }
  return { body: parseBody(text), mediaType }
}

function mediaTypes(method: string): string[] {
  const patches = method === 'PATCH' ? ['application/json-patch+json', 'application/merge-patch+json'] : []
  return ['application/json', ...patches]
}

/** Turns an answer into a response; without a body there is no Content-Type either. */
export function send(answer: Answer): Response {
  const { status, body, headers } = answer
  if (body === undefined)
    return new Response(null, { status, headers: { 'Content-Length': '0', ...headers } })
  const type = { 'Content-Type': 'application/json;charset=UTF-8' }
  return new Response(JSON.stringify(body), { status, headers: { ...type, ...headers } })
}
