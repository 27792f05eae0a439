import colors from 'picocolors'
import type { ProbeReport } from '../contract/models/instance.ts'

/** What a probe found, for people. */
export function probeText(report: ProbeReport, name: string): string {
  const { outcome, version, problem, permissions, tenantNeeded, tenants, licence, notes, latencyMs } = report
  const paint = { ready: colors.green, limited: colors.yellow, unusable: colors.red }[outcome]
  const refused = permissions.filter(({ granted }) => granted === false)
  const active = Object.entries(licence?.features ?? {}).filter(([, state]) => state === 'ACTIVE')
  return [
    `${paint(outcome)}  ${colors.bold(name)}  ${report.url}`,
    ...(problem ? [colors.red(problem.message), colors.dim(problem.hint)] : []),
    ...(version === null
      ? []
      : [`FusionAuth ${version}${latencyMs === null ? '' : `, answers in ${latencyMs} ms`}`]),
    ...(licence
      ? [licence.licensed ? `Licensed: ${active.map(([feature]) => feature).join(', ')}` : 'Not licensed']
      : []),
    ...(tenantNeeded
      ? [colors.yellow(`A tenant must be chosen: ${tenants.map((each) => each.name).join(', ')}`)]
      : []),
    ...refused.map(({ method, endpoint, purpose }) =>
      colors.yellow(`May not ${purpose}: ${method} ${endpoint}`),
    ),
    ...notes.map(({ severity, message }) => (severity === 'info' ? message : colors.yellow(message))),
  ].join('\n')
}
