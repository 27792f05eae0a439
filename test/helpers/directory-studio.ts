import { afterAll, beforeAll } from 'vitest'
import { StudioError } from '../../electron/contract/errors.ts'
import type { StudioApi } from '../../electron/contract/api.ts'
import type { Group } from '../../electron/contract/models/directory-group.ts'
import type { MemberResultPage } from '../../electron/contract/models/directory-member-change.ts'
import { fileCredentials } from '../../electron/core/credentials/file-credentials.ts'
import { startDemo, type Demo } from '../../electron/demo/start-demo.ts'
import { join } from 'node:path'
import { FaultProxy } from './fault-proxy.ts'
import { openWorkspace, temporaryFolder, type WorkspaceStudio } from './workspace-studio.ts'

/** What tests look at of a user. */
export interface DemoUser {
  readonly id: string
  readonly email?: string
  readonly fullName?: string
  readonly memberships: readonly { readonly groupId: string }[]
  readonly registrations: readonly { readonly applicationId: string; readonly roles: readonly string[] }[]
}

/** A studio whose workspace has a demo as its instance `dev`, with a proxy between that sees and breaks requests. */
export class DirectoryStudio {
  readonly demo: Demo
  readonly proxy: FaultProxy
  readonly studio: WorkspaceStudio

  constructor(demo: Demo, proxy: FaultProxy, studio: WorkspaceStudio) {
    this.demo = demo
    this.proxy = proxy
    this.studio = studio
  }

  static async start(users: number): Promise<DirectoryStudio> {
    const demo = await startDemo({ port: 0, users, seed: 11 })
    const proxy = await FaultProxy.start(demo.url)
    const credentials = fileCredentials(join(temporaryFolder(), 'keys', 'credentials.json'))
    const made = new DirectoryStudio(demo, proxy, await openWorkspace({ credentials }))
    await made.addInstance('dev', 'global')
    return made
  }

  get api(): StudioApi {
    return this.studio.api
  }

  async addInstance(id: string, scope: string, change: object = {}): Promise<void> {
    await this.api.instances.add({ id, name: id, url: this.proxy.url, ...change }, this.key(scope))
  }

  key(scope: string): string {
    return this.demo.keys.find((each) => each.scope === scope)!.key
  }

  /** Asks the demo itself, past studio and proxy. */
  async ask<T>(method: string, path: string, body?: object, headers: object = {}): Promise<T> {
    const response = await fetch(this.demo.url + path, {
      method,
      headers: { Authorization: this.key('global'), 'Content-Type': 'application/json', ...headers },
      ...(body && { body: JSON.stringify(body) }),
    })
    const text = await response.text()
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`)
    return (text === '' ? {} : JSON.parse(text)) as T
  }

  async group(name: string): Promise<Group> {
    const { groups } = await this.api.groups.list('dev', { name })
    return groups[0]!
  }

  /** Users of a tenant as the demo has them. */
  async people(tenantId: string): Promise<readonly DemoUser[]> {
    const search = { queryString: '*', numberOfResults: 5000 }
    const headers = { 'X-FusionAuth-TenantId': tenantId }
    const answer = await this.ask<{ users: DemoUser[] }>('POST', '/api/user/search', { search }, headers)
    return answer.users
  }

  /** Ids of users in the tenant of a group who are not its members. */
  async strangers(group: Group, count: number): Promise<string[]> {
    const people = await this.people(group.tenantId!)
    const others = people.filter(({ memberships }) =>
      memberships.every(({ groupId }) => groupId !== group.id),
    )
    return others.slice(0, count).map(({ id }) => id)
  }

  /** User ids of all members as the demo has them. */
  async memberIds(groupId: string): Promise<string[]> {
    const { members } = await this.ask<{ members: { userId: string }[] }>(
      'POST',
      '/api/group/member/search',
      { search: { groupId, numberOfResults: 100_000 } },
    )
    return members.map(({ userId }) => userId)
  }

  async finished(started: Promise<{ readonly jobId: string }>): Promise<MemberResultPage> {
    const { jobId } = await started
    await this.api.members.finish(jobId)
    return this.api.members.results(jobId, { numberOfResults: 500 })
  }

  async close(): Promise<void> {
    this.studio.close()
    await this.proxy.close()
    await this.demo.close()
  }
}

/** One studio for the tests of a file. */
export function useDirectoryStudio(users: number): () => DirectoryStudio {
  let directory: DirectoryStudio | undefined
  beforeAll(async () => {
    directory = await DirectoryStudio.start(users)
  })
  afterAll(() => directory?.close())
  return () => directory!
}

/** How many results ended with each outcome and code. */
export function endingsOf({ results }: Pick<MemberResultPage, 'results'>): Record<string, number> {
  const groups = Object.groupBy(results, ({ outcome, code }) =>
    code === null ? outcome : `${outcome} ${code}`,
  )
  return Object.fromEntries(Object.entries(groups).map(([name, found]) => [name, found!.length]))
}

/** The code that a call fails with. */
export async function codeOf(call: Promise<unknown>): Promise<string> {
  try {
    await call
    return 'no error'
  } catch (thrown) {
    if (thrown instanceof StudioError) return thrown.code
    throw thrown
  }
}
