import type { Faults } from '../http/refusal.ts'
import { assignedId, type AssignmentField } from '../world/assignments.ts'
import type { World } from '../world/world.ts'

/** Notes every id of a lambda that does not exist or is of another type than its field takes. */
export function noteLambdas(
  faults: Faults,
  world: World,
  object: string,
  fields: object,
  assignments: readonly AssignmentField[],
): void {
  for (const assignment of assignments) {
    const id = assignedId(fields, assignment)
    if (id === undefined) continue
    const lambda = world.lambdas.get(id)
    const path = [object, ...assignment.path].join('.')
    if (!lambda) faults.field(path, 'invalid', `There is no lambda [${id}].`)
    else if (lambda.type !== assignment.type) {
      faults.field(path, 'invalid', `The lambda [${id}] is of type ${lambda.type}, not ${assignment.type}.`)
    }
  }
}
