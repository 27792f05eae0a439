import { afterAll } from 'vitest'
import type { StudioApi } from '../../electron/contract/api.ts'
import type { JsonObject } from '../../electron/contract/json.ts'
import { pageCapabilities } from '../../electron/contract/models/host.ts'
import type { RunReport, RunRequest } from '../../electron/contract/models/run.ts'
import { sandboxLauncher } from '../../electron/core/runs/sandbox-launcher.ts'
import { createStudio, type Studio } from '../../electron/core/studio.ts'

/** How to start the sandbox of this clone. */
export const launcher = sandboxLauncher(new URL('../../electron/cli/main.ts', import.meta.url).href)

/** Starts a studio on the real sandbox and closes it after the tests of the file. */
export function startStudio(): StudioApi {
  const studio = openRealStudio()
  afterAll(() => studio.close())
  return studio.api
}

/** As {@link startStudio}, for those who close it themselves. */
export function openRealStudio(): Studio {
  return createStudio({
    host: { version: '0.0.0', capabilities: pageCapabilities },
    sandbox: launcher,
    keepSpare: true,
    emit: () => undefined,
  })
}

/** What a test says of a run; the rest is a JWTPopulate lambda with a user and no claims. */
export type TestRun = Partial<RunRequest>

/** The request of a JWTPopulate lambda with this body, run whatever the checks say. */
export function requestOf(body: string, request: TestRun = {}): RunRequest {
  const input: JsonObject = { jwt: {}, user: { id: 'u' }, registration: {} }
  return { type: 'JWTPopulate', input, force: true, ...request, body }
}

/** Runs the statements as the inside of a JWTPopulate function. */
export function runStatements(api: StudioApi, statements: string, request: TestRun = {}): Promise<RunReport> {
  return api.runs.run(
    requestOf(`function populate(jwt, user, registration, context) {\n${statements}\n}`, request),
  )
}
