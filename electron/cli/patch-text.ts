import { createTwoFilesPatch } from 'diff'
import colors from 'picocolors'
import type { LambdaState } from '../contract/models/sync.ts'

/** A lambda on one side, null where it is not there, and what to call it. */
export interface PatchSide {
  readonly label: string
  readonly state: LambdaState | null
}

/** What would make the first side like the second, in the form of a patch. */
export function patchText(from: PatchSide, to: PatchSide): string {
  const [before, after] = [textOf(from.state), textOf(to.state)]
  const options = { timeout: patienceMs }
  const patch = createTwoFilesPatch(from.label, to.label, before, after, undefined, undefined, options)
  return (patch ?? wholePatch(`\n--- ${from.label}\n+++ ${to.label}`, before, after))
    .split('\n')
    .slice(1)
    .map((line) => paint(line))
    .join('\n')
}

/** Texts that differ in tens of thousands of lines are shown one after the other. */
const patienceMs = 5000

function wholePatch(head: string, before: string, after: string): string {
  const marked = (mark: string, text: string): string => text.replace(/^/gm, mark)
  return `${head}\n${marked('-', before)}\n${marked('+', after)}\n`
}

/** Settings that differ are shown before the body. */
function textOf(state: LambdaState | null): string {
  if (!state) return ''
  const { name, type, engineType, debug, body } = state
  return `name: ${name}\ntype: ${type}\nengine: ${engineType}\ndebug: ${debug ? 'on' : 'off'}\n\n${body}`
}

function paint(line: string): string {
  if (line.startsWith('+')) return colors.green(line)
  if (line.startsWith('-')) return colors.red(line)
  return line.startsWith('@@') ? colors.cyan(line) : line
}
