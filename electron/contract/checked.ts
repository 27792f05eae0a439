import { z } from 'zod'
import { StudioError } from './errors.ts'
import { say } from './words.ts'

const parametersOf = Symbol('parameters')

/** The schemas of a function's arguments, one by one and together. */
interface Parameters {
  readonly each: readonly z.ZodType[]
  readonly all: z.ZodType
}

/** A function of the studio that knows how its arguments are checked. */
export type Checked<F> = F & { readonly [parametersOf]: Parameters }

/** An API whose every function is {@link Checked}, so that it may be served to another process. */
export type CheckedApi<Api> = {
  readonly [G in keyof Api]: { readonly [M in keyof Api[G]]: Checked<Api[G][M]> }
}

/**
 * Ties a function to the schemas of its arguments, by position.
 * `serve` checks with them where a call enters; callers inside the process are believed.
 */
export function checked<const Schemas extends readonly z.ZodType[], R>(
  schemas: Schemas,
  run: (...args: { -readonly [K in keyof Schemas]: z.output<Schemas[K]> }) => Promise<R>,
): Checked<typeof run> {
  const all = z.tuple(schemas as unknown as [z.ZodType, ...z.ZodType[]])
  const parameters: Parameters = { each: schemas, all }
  return Object.assign(run, { [parametersOf]: parameters })
}

/** Whether a value was made by {@link checked}. */
export function isChecked(value: unknown): value is Checked<(...args: unknown[]) => Promise<unknown>> {
  return typeof value === 'function' && Object.hasOwn(value, parametersOf)
}

/**
 * Checks the arguments of one call. An argument that was left out may come as null, because JSON has no other way to
 * carry it: it counts as left out where the function takes nothing in its place, and not null.
 * @throws StudioError `invalid-arguments`, naming the call and the place.
 */
export function parseArguments(path: string, call: Checked<unknown>, args: readonly unknown[]): unknown[] {
  const { each, all } = call[parametersOf]
  const given = each.map((schema, at) => (args[at] === null && isLeftOut(schema) ? undefined : args[at]))
  const parsed = all.safeParse([...given, ...args.slice(each.length)])
  if (parsed.success) return parsed.data as unknown[]
  throw new StudioError({
    code: 'invalid-arguments',
    message: say`The call ${path} was given arguments it does not take: ${firstIssue(parsed.error)}`,
    hint: 'Correct the value at the place named and call again.',
  })
}

function isLeftOut(schema: z.ZodType): boolean {
  return !schema.safeParse(null).success && schema.safeParse(undefined).success
}

/** The first thing a schema found wrong, in words with its place. */
export function firstIssue(error: z.ZodError): string {
  const issue = error.issues[0]
  if (!issue) return 'no reason given'
  const place = issue.path.map(String).join('.')
  return place ? `${place}: ${issue.message}` : issue.message
}
