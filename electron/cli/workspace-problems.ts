import colors from 'picocolors'
import type { WorkspaceProblem } from '../contract/models/workspace.ts'
import type { Output } from './output.ts'

/** Tells what is wrong with files of the workspace; true where something could not be read. */
export function tellProblems(output: Output, problems: readonly WorkspaceProblem[]): boolean {
  for (const { severity, message, hint } of problems) {
    const paint = { error: colors.red, warning: colors.yellow, info: colors.blue }[severity]
    output.tell(`${paint(severity)} ${message}\n    ${colors.dim(hint)}`)
  }
  return problems.some(({ severity }) => severity === 'error')
}
