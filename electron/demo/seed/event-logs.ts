import type { EventLog, Lambda } from '../world/models.ts'
import { seedInstant, type Seeding } from './seeding.ts'

/** What the lambdas of the demo left in the event log, oldest first. */
export function seedEventLogs({ world, random }: Seeding, lambdas: Iterable<Lambda>): void {
  const entries = [...lambdas].flatMap((lambda) => [
    entry('Debug', lambda, 'The lambda ran.', random.below(40)),
    ...(random.chance(0.5) ? [entry('Information', lambda, 'Console: done', random.below(40))] : []),
    ...(random.chance(0.4)
      ? [entry('Error', lambda, "TypeError: Cannot read property 'plan' of undefined", random.below(40))]
      : []),
  ])
  const instants = entries.map(() => seedInstant(random)).sort((one, other) => one - other)
  entries.forEach(({ type, message }, index) => {
    world.eventLogs.put({ id: index + 1, insertInstant: instants[index] ?? 0, message, type })
  })
}

function entry(
  type: EventLog['type'],
  { id, name }: Lambda,
  text: string,
  milliseconds: number,
): Pick<EventLog, 'type' | 'message'> {
  const heading = `Lambda invocation result:\n\nId: ${id}\nName: ${name}`
  return { type, message: `${heading}\n\n[${milliseconds} ms] ${text}` }
}
