import { z } from 'zod'
import { isJsonObject } from '../../../contract/json.ts'
import type { FoundLambda, ImportedFile, ImportProblem } from '../../../contract/models/exchange.ts'
import { engineType } from '../../../contract/models/run.ts'
import { parseJson } from '../../files/parse-json.ts'
import type { FileShelf } from './file-shelf.ts'
import { lambdasOfKickstart } from './kickstart-lambdas.ts'
import type { Findings } from './plan-import.ts'

/** A lambda as FusionAuth's API and command line tool write it. */
const serverLambda = z.looseObject({
  body: z.string(),
  name: z.string().min(1),
  type: z.string().min(1),
  engineType: engineType.catch('GraalJS').default('GraalJS'),
  debug: z.boolean().catch(false).default(false),
  id: z.guid().nullable().catch(null).default(null),
})

/** Lambdas in a JSON file: a Kickstart file, one lambda, or an answer of the API with one or many. */
export function lambdasOfJson(file: ImportedFile, shelf: FileShelf): Findings {
  const value = parseJson(file.text, file.name, z.unknown())
  if (isJsonObject(value) && Array.isArray(value['requests'])) return lambdasOfKickstart(file, value, shelf)
  const read = candidatesIn(value).map((candidate, at) => readLambda(candidate, file.name, at + 1))
  const found = read.flatMap((each) => ('body' in each ? each : []))
  // A file of which nothing can be read holds no lambda at all, which is said of the file.
  const problems = found.length === 0 ? [] : read.flatMap((each) => ('body' in each ? [] : each))
  return { found, problems }
}

function readLambda(candidate: unknown, file: string, place: number): FoundLambda | ImportProblem {
  const parsed = serverLambda.safeParse(candidate)
  if (!parsed.success) return incomplete(file, place)
  const { name, type, engineType: engine, debug, body, id } = parsed.data
  return { name, type, engineType: engine, debug, body, id, file }
}

function incomplete(file: string, place: number): ImportProblem {
  return {
    file: `${file}, lambda ${place}`,
    message: 'The lambda cannot be read: it lacks a body, name or type.',
    hint: 'Give it all three, or leave it out.',
  }
}

function candidatesIn(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value
  if (!isJsonObject(value)) return []
  if (Array.isArray(value['lambdas'])) return value['lambdas'] as readonly unknown[]
  return ['lambda' in value ? value['lambda'] : value]
}
