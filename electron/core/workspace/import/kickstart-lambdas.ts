import { z } from 'zod'
import { isJsonObject, type JsonObject, type JsonValue } from '../../../contract/json.ts'
import type { FoundLambda, ImportedFile, ImportProblem } from '../../../contract/models/exchange.ts'
import { engineType } from '../../../contract/models/run.ts'
import { said, say, type HostText, type Worded } from '../../../contract/words.ts'
import { parseJson } from '../../files/parse-json.ts'
import type { FileShelf } from './file-shelf.ts'
import type { Findings } from './plan-import.ts'

/** Kickstart's own syntax; source: FusionAuth's page on Kickstart. */
const jsonInclude = /^&\{([^}]+)\}$/
const textInclude = /^@\{([^}]+)\}$/

const request = z.looseObject({ url: z.string(), body: z.looseObject({ lambda: z.looseObject({}) }) })
const kickstartLambda = z.looseObject({
  body: z.string(),
  name: z.string().min(1),
  type: z.string().min(1),
  engineType: engineType.catch('GraalJS').default('GraalJS'),
  debug: z.boolean().catch(false).default(false),
})

/** The lambdas that a Kickstart file creates, with its variables and the files it includes put in. */
export function lambdasOfKickstart(file: ImportedFile, content: JsonObject, shelf: FileShelf): Findings {
  const found: FoundLambda[] = []
  const problems: ImportProblem[] = []
  const reader = new KickstartReader(file, content, shelf)
  for (const [at, each] of listOf(content['requests']).entries()) {
    const result = reader.read(each)
    if (result === null) continue
    if ('body' in result) found.push(result)
    else problems.push({ ...result, file: `${file.name}, request ${at + 1}` })
  }
  return { found, problems }
}

class KickstartReader {
  readonly #file: ImportedFile
  readonly #shelf: FileShelf
  readonly #variables: JsonObject

  constructor(file: ImportedFile, content: JsonObject, shelf: FileShelf) {
    this.#file = file
    this.#shelf = shelf
    this.#variables = isJsonObject(content['variables']) ? content['variables'] : {}
  }

  /** The lambda of a request, what keeps it from being read, or null where the request makes none. */
  read(raw: JsonValue): FoundLambda | Omit<ImportProblem, 'file'> | null {
    const included = this.#includeJson(raw)
    if (typeof included === 'string' && jsonInclude.test(included))
      return unusable(say`the request is ${included}, which was not chosen`)
    const { url, body } = isJsonObject(included) ? included : {}
    if (typeof url !== 'string' || !/^\/?api\/lambda(\/|$)/.test(url)) return null
    const parsed = request.safeParse({ url, body: this.#includeJson(body ?? null) })
    if (!parsed.success) return unusable(say`its body is missing, or in a file that was not chosen`)
    const lambda = kickstartLambda.safeParse(parsed.data.body.lambda)
    if (!lambda.success)
      return unusable(say`it lacks a body, name or type`, 'Give it all three, or leave it out.')
    return this.#found(url, lambda.data)
  }

  #found(url: string, lambda: z.output<typeof kickstartLambda>): FoundLambda | Omit<ImportProblem, 'file'> {
    const { engineType: engine, debug } = lambda
    const [name, type] = [this.#fillText(lambda.name), this.#fillText(lambda.type)]
    const body = this.#includeText(lambda.body)
    if (body === null) return unusable(say`it includes ${lambda.body}, which was not chosen`)
    const id = z.guid().safeParse(this.#fillText(url).split('/').at(-1))
    return { name, type, engineType: engine, debug, body, id: id.data ?? null, file: this.#file.name }
  }

  #includeJson(value: JsonValue): JsonValue {
    const path = typeof value === 'string' ? jsonInclude.exec(value)?.[1] : undefined
    const file = path === undefined ? undefined : this.#take(path)
    return file ? parseJson<JsonValue>(file.text, file.name, z.json()) : value
  }

  /** Null where a file is included that is not there. */
  #includeText(text: string): string | null {
    const path = textInclude.exec(text)?.[1]
    return path === undefined ? this.#fillText(text) : (this.#take(path)?.text ?? null)
  }

  #take(path: string): ImportedFile | undefined {
    const file = this.#shelf.find(this.#file, this.#fillText(path))
    if (file) this.#shelf.take(file)
    return file
  }

  /** Puts variables in; one that is not known, such as of the environment, stays as it stands. */
  #fillText(text: string): string {
    return text.replace(/\\([#@&]\{)|#\{([^}]+)\}/g, (whole, escaped: string | undefined, name = '') => {
      if (escaped !== undefined) return escaped
      const value = Object.hasOwn(this.#variables, name as string)
        ? this.#variables[name as string]
        : undefined
      return typeof value === 'string' ? value : whole
    })
  }
}

function unusable(
  because: Worded,
  hint: HostText = 'Choose the Kickstart file together with all files that it includes.',
): Omit<ImportProblem, 'file'> {
  return said<Omit<ImportProblem, 'file'>>({
    message: say`The lambda of this request cannot be read: ${because}.`,
    hint,
  })
}

function listOf(value: JsonValue | undefined): readonly JsonValue[] {
  return Array.isArray(value) ? (value as readonly JsonValue[]) : []
}
