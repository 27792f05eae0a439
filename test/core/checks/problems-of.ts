import { describeLambdaType } from '../../../electron/core/catalogue/catalogue.ts'
import { checkBody } from '../../../electron/core/checks/check-body.ts'
import type { CheckRequest } from '../../../electron/core/checks/check-request.ts'

/** What a check is asked, with the type by its name. */
export interface CheckOptions extends Partial<Omit<CheckRequest, 'lambdaType' | 'body'>> {
  readonly type?: string
}

/** The problems of a body; a JWT populate lambda for GraalJS at ECMAScript 2021 unless told otherwise. */
export function problemsOf(body: string, { type = 'JWTPopulate', ...options }: CheckOptions = {}) {
  const lambdaType = describeLambdaType(type)
  return checkBody({ lambdaType, engineType: 'GraalJS', ecmaVersion: 2021, body, ...options })
}

/** The problems of a body as `severity code line:column`. */
export function listed(body: string, options: CheckOptions = {}): readonly string[] {
  return problemsOf(body, options).map(
    ({ severity, code, line, column }) => `${severity} ${code} ${line}:${column}`,
  )
}

/** A JWT populate lambda around statements, which start in line 2. */
export function populate(statements: string, parameters = 'jwt, user, registration'): string {
  return `function populate(${parameters}) {\n${statements}\n}\n`
}

/** A body after the quick fix of its first problem that has one. */
export function fixed(body: string, options: CheckOptions = {}): string {
  const fix = problemsOf(body, options).find((problem) => problem.fix)?.fix
  return fix ? body.slice(0, fix.start) + fix.text + body.slice(fix.end) : body
}
