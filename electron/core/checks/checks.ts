import type { Check } from './check.ts'
import { consoleCalls } from './rules/console-calls.ts'
import { dynamicCode } from './rules/dynamic-code.ts'
import { engine } from './rules/engine.ts'
import { fetchCalls } from './rules/fetch-calls.ts'
import { fetchResponse } from './rules/fetch-response.ts'
import { functionForm } from './rules/function-form.ts'
import { functionName } from './rules/function-name.ts'
import { globals } from './rules/globals.ts'
import { hardCodedSecret } from './rules/hard-coded-secret.ts'
import { libraryLevel } from './rules/library-level.ts'
import { needsVersion } from './rules/needs-version.ts'
import { parameterReassigned } from './rules/parameter-reassigned.ts'
import { parameterWrites } from './rules/parameter-writes.ts'
import { parameters } from './rules/parameters.ts'
import { promise } from './rules/promise.ts'
import { returnValue } from './rules/return-value.ts'
import { stateBetweenRuns } from './rules/state-between-runs.ts'
import { unguardedData } from './rules/unguarded-data.ts'
import { unguardedParameter } from './rules/unguarded-parameter.ts'

/** Every check of a body that parses. */
export const checks: readonly Check[] = [
  consoleCalls,
  dynamicCode,
  engine,
  fetchCalls,
  fetchResponse,
  functionForm,
  functionName,
  globals,
  hardCodedSecret,
  libraryLevel,
  needsVersion,
  parameterReassigned,
  parameterWrites,
  parameters,
  promise,
  returnValue,
  stateBetweenRuns,
  unguardedData,
  unguardedParameter,
]
