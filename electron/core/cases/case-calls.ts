import { z } from 'zod'
import type { StudioApi } from '../../contract/api.ts'
import { checked, type CheckedApi } from '../../contract/checked.ts'
import {
  caseChange,
  deletedCase,
  expectation,
  expectationChoice,
  newCase,
} from '../../contract/models/case.ts'
import type { ExpectableReport } from '../../contract/models/case.ts'
import { runRequest } from '../../contract/models/run.ts'
import { isJsonObject } from '../../contract/json.ts'
import { entryName } from '../../contract/models/slug.ts'
import type { OpenWorkspace } from '../workspace/open-workspace.ts'
import {
  createCase,
  deleteCase,
  duplicateCase,
  listCases,
  readCase,
  renameCase,
  saveCase,
  undeleteCase,
} from './case-files.ts'
import { caseOfRun } from './case-of-run.ts'
import { caseSchema } from './case-schema.ts'
import { expectationOf } from './expectation-of.ts'
import { failuresOf } from './match.ts'
import { namesOfAllCases } from './names-of-all-cases.ts'

type Calls = CheckedApi<StudioApi>['cases']

const name = z.string().min(1).max(1000)

/** The studio's own report, come back from a face. */
const report = z.custom<ExpectableReport>(
  (value) =>
    isJsonObject(value) &&
    isJsonObject(value['arguments']) &&
    [value['changes'], value['console'], value['dropped']].every(Array.isArray),
  'must be the report of a run',
)

/** The calls that work on case files. */
export function caseCalls(open: OpenWorkspace): Calls {
  const files = () => open.get().files
  const change = <T>(slug: string, work: () => Promise<T>): Promise<T> => open.get().change([slug], work)
  return {
    list: checked([entryName], (slug) =>
      Promise.resolve().then(() => listCases(open.get().filesOf(slug), slug)),
    ),
    names: checked([], () => namesOfAllCases(open.get().files)),
    read: checked([entryName, entryName], (slug, which) => readCase(open.get().filesOf(slug), slug, which)),
    create: checked([entryName, newCase], (slug, made) =>
      change(slug, () => createCase(files(), slug, made)),
    ),
    save: checked([caseChange], (made) => change(made.slug, () => saveCase(files(), made))),
    rename: checked([entryName, entryName, name], (slug, which, newName) =>
      change(slug, () => renameCase(files(), slug, { name: which, newName })),
    ),
    duplicate: checked([entryName, entryName, name], (slug, which, newName) =>
      change(slug, () => duplicateCase(files(), slug, { name: which, newName })),
    ),
    delete: checked([entryName, entryName], (slug, which) =>
      change(slug, () => deleteCase(files(), slug, which)),
    ),
    undelete: checked([entryName, deletedCase], (slug, deleted) =>
      change(slug, () => undeleteCase(files(), slug, deleted)),
    ),
    ofRun: checked([runRequest], (request) => Promise.resolve(caseOfRun(request))),
    expectationOf: checked([report, expectationChoice], (made, choice) =>
      Promise.resolve(expectationOf(made, choice)),
    ),
    failuresOf: checked([report, expectation], (made, expected) =>
      Promise.resolve(failuresOf(expected, made)),
    ),
    schema: checked([z.string().min(1)], (type) => Promise.resolve(caseSchema(type))),
  }
}
