import { arch, release } from 'node:os'
import type { HostInfo } from '../../contract/models/host.ts'
import type { SettingsState } from '../../contract/models/setting.ts'
import type { FailureCount } from '../log/studio-log.ts'
import { redact } from '../log/redact.ts'

/** What a report of the studio is made of. */
export interface DiagnosticFacts {
  readonly host: HostInfo
  readonly settings: SettingsState
  readonly sandbox: string
  readonly failures: readonly FailureCount[]
}

/** What helps to understand a report: no secrets, no text of lambdas, no names or folders of the user. */
export function diagnosticsText({ host, settings, sandbox, failures }: DiagnosticFacts): string {
  const capabilities = Object.entries(host.capabilities).flatMap(([name, can]) => (can ? [name] : []))
  const changed = settings.changed.map((id) => `  ${id}: ${settings.values[id]}`)
  const faults = settings.faults.map(({ id, kind }) => `  ${id}: ${kind} not used`)
  const failed = failures.map(({ code, count, lastAt }) => `  ${code}: ${count}, last at ${lastAt}`)
  const lines = [
    `Lambda Studio ${host.version}`,
    `System: ${process.platform} ${release()} ${arch()}`,
    ...versionLines(),
    `Host: ${capabilities.join(', ') || 'no more than a page'}`,
    `Sandbox: ${sandbox}`,
    `Settings file: ${settings.fileFault?.code ?? 'readable'}`,
    ...section('Settings that are not as usual', [...changed, ...faults]),
    ...section('Failures since the start, by code', failed),
  ]
  return redact(`${lines.join('\n')}\n`)
}

function versionLines(): readonly string[] {
  const { node, v8, electron, chrome } = process.versions as Readonly<Record<string, string | undefined>>
  const versions = { Node: node, V8: v8, Electron: electron, Chromium: chrome }
  return Object.entries(versions).flatMap(([name, version]) => (version ? [`${name}: ${version}`] : []))
}

function section(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [`${title}: none`] : [`${title}:`, ...lines]
}
