import type { JsonValue } from '../../contract/json.ts'
import { check } from '../borders/check.ts'
import { lambdaRequest } from '../borders/lambda.ts'
import { isBlank } from '../borders/blank.ts'
import { done, ok, type Call } from '../http/call.ts'
import type { Endpoint } from '../http/endpoint.ts'
import { enumParameter } from '../http/parameters.ts'
import { Faults } from '../http/refusal.ts'
import { lambdaTypes } from '../world/lambda-types.ts'
import { createLambda, deleteLambda, replaceLambda, type LambdaFields } from '../world/lambdas.ts'
import type { Lambda } from '../world/models.ts'
import { lambdaSearch } from './lambda-search.ts'
import { resourceEndpoints } from './resource.ts'

type LambdaRequest = NonNullable<ReturnType<typeof readRequest>>

export const lambdaEndpoints: readonly Endpoint[] = [
  lambdaSearch,
  ...resourceEndpoints<Lambda>({
    path: '/api/lambda',
    scope: 'global',
    object: 'lambda',
    list: (call) => ok({ lambdas: listLambdas(call) }),
    exists: ({ world }, id) => world.lambdas.has(id),
    find: ({ world }, id) => world.lambdas.get(id),
    create: createFrom,
    replace: replaceFrom,
    remove: ({ world }, lambda) => {
      deleteLambda(world, lambda)
      return done
    },
    render: (_call, lambda) => ({ lambda }),
    toRequest: (lambda): JsonValue => ({ lambda: { ...lambda } }),
  }),
]

function listLambdas({ world, query }: Call): Lambda[] {
  const type = enumParameter(query, 'type', lambdaTypes)
  return world.lambdas.list((lambda) => type === undefined || lambda.type === type)
}

function createFrom({ world }: Call, id: string | undefined, body: JsonValue | undefined): Lambda {
  const request = readRequest(body)
  const faults = new Faults()
  noteBlanks(faults, request)
  if (!request.type) {
    faults.field('lambda.type', 'blank', 'A lambda needs a type.')
    return faults.refuse()
  }
  faults.throwIfAny()
  return createLambda(world, id, { ...fieldsOf(request), type: request.type })
}

/** The type in the request is not honoured, as FusionAuth documents. */
function replaceFrom({ world }: Call, existing: Lambda, body: JsonValue | undefined): Lambda {
  const request = readRequest(body)
  const faults = new Faults()
  noteBlanks(faults, request)
  faults.throwIfAny()
  return replaceLambda(world, existing, fieldsOf(request))
}

function readRequest(body: JsonValue | undefined) {
  return check(lambdaRequest, body).lambda ?? {}
}

/** The codes fit FusionAuth's form; none has been seen from a real instance. */
function noteBlanks(faults: Faults, { name, body }: LambdaRequest): void {
  if (isBlank(name)) faults.field('lambda.name', 'blank', 'A lambda needs a name.')
  if (isBlank(body)) faults.field('lambda.body', 'blank', 'A lambda needs a body.')
}

/** Fields that are left out fall back to their defaults. The body is kept as it is and never compiled. */
function fieldsOf({ name, body, debug, enabled, engineType }: LambdaRequest): LambdaFields {
  return {
    name: name ?? '',
    body: body ?? '',
    debug: debug ?? false,
    enabled: enabled ?? true,
    engineType: engineType ?? 'GraalJS',
  }
}
