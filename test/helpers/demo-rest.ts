import { startDemo, type Demo } from '../../electron/demo/start-demo.ts'

/** A lambda as the instance's REST API has it. */
export interface RestLambda {
  readonly id: string
  readonly name: string
  readonly type: string
  readonly body: string
  readonly debug: boolean
}

/** An instance, and what somebody else does there over REST. */
export class OtherUser<Instance extends { readonly url: string } = Demo> {
  readonly demo: Instance
  readonly key: string

  constructor(demo: Instance, key: string) {
    this.demo = demo
    this.key = key
  }

  static async start(seed: number): Promise<OtherUser> {
    const demo = await startDemo({ port: 0, users: 10, seed })
    const key = demo.keys.find(({ scope }) => scope === 'global')?.key ?? ''
    return new OtherUser(demo, key)
  }

  async lambda(name: string): Promise<RestLambda> {
    const { lambdas } = await this.call<{ lambdas: RestLambda[] }>('GET', '/api/lambda')
    const found = lambdas.find((lambda) => lambda.name === name)
    if (!found) throw new Error(`The instance has no lambda ${name}.`)
    return found
  }

  async changeLambda(name: string, change: Partial<RestLambda>): Promise<void> {
    const lambda = await this.lambda(name)
    await this.call('PUT', `/api/lambda/${lambda.id}`, { lambda: { ...lambda, ...change } })
  }

  async call<Answer>(method: string, path: string, body?: object): Promise<Answer> {
    const response = await fetch(`${this.demo.url}${path}`, {
      method,
      headers: { Authorization: this.key, 'Content-Type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    })
    if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}.`)
    return (await response.json()) as Answer
  }
}
