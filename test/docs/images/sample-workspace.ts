import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { StudioApi } from '../../../electron/contract/api.ts'
import type { SyncAction } from '../../../electron/contract/models/sync-order.ts'
import { startDemo, type Demo } from '../../../electron/demo/start-demo.ts'
import { cases, changedBody, lambdaName } from './sample-lambda.ts'

/** The lambda that both sides change. */
export const disputedName = 'Id token: profile'

/** Where the studio starts: it is no workspace yet, as on a first start. */
export function emptyFolder(): string {
  return mkdtempSync(join(tmpdir(), 'studio-'))
}

/**
 * Makes the workspace of the pictures through the studio itself: the lambdas of the embedded instance, one of them
 * changed here, one there and one on both sides. Somebody else's changes are made from a workspace of their own.
 */
export async function fillWorkspace(studio: StudioApi, production: Demo): Promise<void> {
  const parent = emptyFolder()
  await studio.workspace.create(join(parent, 'identity'))
  await pull(studio)
  await studio.workspace.create(join(parent, 'colleague'))
  await pull(studio)
  await change(studio, disputedName, (body) => body.replace("|| 'en'", "|| 'en-GB'"))
  await change(studio, 'UserInfo: groups', (body) => body.replace('group_count', 'groups'))
  await carryOut(studio, 'push', 'push')
  await studio.workspace.open(join(parent, 'identity'))
  await change(studio, disputedName, (body) => body.replace("|| 'en'", "|| 'de'"))
  await change(studio, lambdaName, () => changedBody)
  for (const [name, content] of Object.entries(cases)) {
    await studio.cases.create(await slugOf(studio, lambdaName), { name, content })
  }
  await studio.lambdas.create({ type: 'JWTPopulate', name: 'Support desk: agent claims' })
  const key = production.keys.find(({ scope }) => scope === 'global')?.key ?? null
  const place = { name: 'Production', url: production.url, tenantId: production.tenantId }
  await studio.instances.add({ ...place, protection: 'confirm', color: 'red' }, key)
}

/** A second instance, where nobody has been yet. */
export function startProduction(): Promise<Demo> {
  return startDemo({ port: 9512, users: 40, seed: 8 })
}

async function slugOf(studio: StudioApi, name: string): Promise<string> {
  const { lambdas } = await studio.lambdas.list()
  const found = lambdas.find((lambda) => lambda.name === name)
  if (!found) throw new Error(`The workspace has no lambda ${name}.`)
  return found.slug
}

async function change(studio: StudioApi, name: string, edit: (body: string) => string): Promise<void> {
  const { slug, body } = await studio.lambdas.read(await slugOf(studio, name))
  await studio.lambdas.save(slug, { body: edit(body) })
}

const pull = (studio: StudioApi): Promise<void> => carryOut(studio, 'create-local', 'pull')

async function carryOut(studio: StudioApi, kind: string, action: SyncAction): Promise<void> {
  const [instance] = await studio.instances.list()
  if (!instance) throw new Error('The studio did not offer its embedded instance.')
  const plan = await studio.sync.plan(instance.id)
  const entries = plan.entries
    .filter((entry) => entry.kind === kind)
    .map(({ slug, id, seen }) => ({ slug, id, seen, action }))
  const { jobId } = await studio.sync.apply({ instance: instance.id, entries, overrideFailures: true })
  await studio.sync.finish(jobId)
}
