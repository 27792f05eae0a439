import type { Hono } from 'hono'
import { createDemoApp } from '../../electron/demo/app.ts'
import { seedWorld } from '../../electron/demo/seed/seed-world.ts'
import type { World } from '../../electron/demo/world/world.ts'

export interface TestAnswer {
  readonly status: number
  readonly text: string
  readonly json: unknown
  readonly headers: Headers
}

export interface RequestOptions {
  readonly body?: unknown
  /** Sent as it stands instead of `body`. */
  readonly raw?: string
  readonly type?: string | null
  readonly key?: string | null
  readonly tenant?: string
}

/** A demo without a socket, and what tests ask of it. */
export class TestDemo {
  readonly world: World
  readonly app: Hono
  readonly faults: unknown[] = []

  constructor(world: World) {
    this.world = world
    this.app = createDemoApp(world, (fault) => this.faults.push(fault))
  }

  key(name: 'Global' | 'Tenant' | 'Read only'): string {
    return this.world.apiKeys.find((known) => known.name === name)!.key
  }

  tenantId(name: string): string {
    return this.world.tenants.find((known) => known.name === name)!.id
  }

  async call(method: string, path: string, options: RequestOptions = {}): Promise<TestAnswer> {
    const { body, raw, type = 'application/json', key = this.key('Global'), tenant } = options
    const text = raw ?? (body === undefined ? undefined : JSON.stringify(body))
    const response = await this.app.request(path, {
      method,
      headers: {
        ...(key !== null && { Authorization: key }),
        ...(text !== undefined && type !== null && { 'Content-Type': type }),
        ...(tenant !== undefined && { 'X-FusionAuth-TenantId': tenant }),
      },
      ...(text !== undefined && { body: text }),
    })
    const answer = await response.text()
    const json: unknown = answer === '' ? undefined : JSON.parse(answer)
    return { status: response.status, text: answer, json, headers: response.headers }
  }
}

export async function testDemo(users = 60): Promise<TestDemo> {
  return new TestDemo(await seedWorld(users, 7))
}

/** The codes in Errors JSON: by field path, and `general`. */
export function codesOf(json: unknown): Record<string, string[]> {
  const { fieldErrors = {}, generalErrors } = (json ?? {}) as {
    fieldErrors?: Record<string, { code: string }[]>
    generalErrors?: { code: string }[]
  }
  const fields = Object.entries(fieldErrors).map(([path, errors]) => [path, errors.map(({ code }) => code)])
  return {
    ...(Object.fromEntries(fields) as Record<string, string[]>),
    ...(generalErrors && { general: generalErrors.map(({ code }) => code) }),
  }
}
