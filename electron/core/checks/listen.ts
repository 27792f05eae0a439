import type { AnyNode, Program } from 'acorn'
import type { Listeners } from './check.ts'
import { walk } from './walk.ts'

type Listen = (node: AnyNode) => void

/** Shows every node of a program, from the outside in, to all that listen for its type. */
export function listenAll(program: Program, listeners: readonly Listeners[]): void {
  const byType = new Map<string, Listen[]>()
  for (const [type, listen] of listeners.flatMap((each) => Object.entries(each))) {
    const together = byType.get(type) ?? []
    // Under the name of a type only what takes nodes of it can stand.
    byType.set(type, [...together, listen as Listen])
  }
  walk(program, (node) => {
    byType.get(node.type)?.forEach((listen) => {
      listen(node)
    })
    return true
  })
  byType.get('Program:exit')?.forEach((listen) => {
    listen(program)
  })
}
