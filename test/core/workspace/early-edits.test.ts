import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { StudioApi } from '../../../electron/contract/api.ts'
import type { StudioEvents } from '../../../electron/contract/events.ts'
import { placeOf, workspaceFolder, writeLambda } from '../../helpers/workspace-folder.ts'
import { eventually, makeStudio } from '../../helpers/workspace-studio.ts'

type Change = StudioEvents['workspace.changed']

const slugs = Array.from({ length: 60 }, (_, at) => `lambda-${at}`)
const lambda = (slug: string) => ({ slug, body: 'function populate(jwt) {}\n' })
/** So many that the watch of all is not ready yet when the lambdas are read. */
const cases = Object.fromEntries(Array.from({ length: 50 }, (_, at) => [`case-${at}`, { input: {} }]))

/** What a page reads, and what another program then does, at once; `told` says whether all of it was told. */
interface Early {
  readonly what: string
  readonly read: (api: StudioApi) => Promise<unknown>
  readonly edit: (folder: string) => void
  readonly isTold: (told: ReadonlySet<string>, config: boolean) => boolean
}

const allOf = (told: ReadonlySet<string>): boolean => slugs.every((slug) => told.has(slug))

const early: readonly Early[] = [
  {
    what: 'a body',
    read: (api) => Promise.all(slugs.map((slug) => api.lambdas.read(slug))),
    edit: (folder) => slugs.forEach((slug) => writeFileSync(placeOf(folder, slug, 'lambda.js'), 'x')),
    isTold: allOf,
  },
  {
    what: 'a case',
    read: (api) => Promise.all(slugs.map((slug) => api.cases.list(slug))),
    edit: (folder) => slugs.forEach((slug) => rmSync(placeOf(folder, slug, 'cases', 'case-7.json'))),
    isTold: allOf,
  },
  {
    what: 'the name of a lambda',
    read: (api) => api.lambdas.list(),
    edit: (folder) => slugs.forEach((slug) => writeLambda(folder, { ...lambda(slug), name: `New ${slug}` })),
    isTold: allOf,
  },
  {
    what: 'which lambdas there are',
    read: (api) => api.lambdas.list(),
    edit: (folder) => {
      slugs.forEach((slug) => rmSync(placeOf(folder, slug), { recursive: true }))
      writeLambda(folder, lambda('new'))
    },
    isTold: (told) => allOf(told) && told.has('new'),
  },
  {
    what: 'studio.json',
    read: (api) => api.workspace.current(),
    edit: (folder) => writeFileSync(join(folder, 'studio.json'), '{ "version": 1, "ecmaVersion": 2019 }'),
    isTold: (_told, config) => config,
  },
]

/** Opens a workspace of many files with a studio that watches it. */
function openLarge() {
  const folder = workspaceFolder(slugs.map((slug) => ({ ...lambda(slug), cases })))
  const { api, events, close } = makeStudio({ watch: true })
  const changes = (): Change[] =>
    events.flatMap(({ event, payload }) => (event === 'workspace.changed' ? [payload as Change] : []))
  const told = (): Set<string> => new Set(changes().flatMap((change) => change.slugs))
  const config = (): boolean => changes().some((change) => change.config)
  return { folder, api, told, config, close }
}

test.each(early)('$what that was read and is edited before the watch is ready is told', async (each) => {
  const { folder, api, told, config, close } = openLarge()
  await api.workspace.open(folder)
  await each.read(api)
  each.edit(folder)
  await eventually(() => each.isTold(told(), config()), 'it is told')
  close()
})

test('what the studio itself changes before the watch is ready is not told', async () => {
  const { api, told, folder, close } = openLarge()
  await api.workspace.open(folder)
  const [mine, theirs] = slugs
  await Promise.all([api.lambdas.list(), api.lambdas.read(mine!), api.lambdas.read(theirs!)])
  await api.lambdas.save(mine!, { body: 'mine' })
  writeFileSync(placeOf(folder, theirs!, 'lambda.js'), 'theirs')
  await eventually(() => told().has(theirs!), 'the watch has begun')
  expect([...told()]).toEqual([theirs])
  close()
})
