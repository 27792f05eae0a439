import type { PermissionFinding, ProbeReport } from '../../../electron/contract/models/instance.ts'
import type { PlainMessageKey } from '../../messages/translate.ts'
import type { ProbeState } from './instances-store.ts'

export type ProbeTone = 'good' | 'warn' | 'bad' | 'busy' | 'unknown'

/** What a probe found in a word or two, for a row of a list. */
export interface ProbeWord {
  readonly tone: ProbeTone
  readonly label: PlainMessageKey
}

const unusable: Readonly<Record<string, PlainMessageKey>> = {
  'instance-unreachable': 'probe.unreachable',
  'instance-timeout': 'probe.timeout',
  'instance-dropped': 'probe.dropped',
  'instance-tls': 'probe.tls',
  'instance-redirected': 'probe.redirected',
  'instance-not-fusionauth': 'probe.notFusionAuth',
  'key-missing': 'probe.keyMissing',
  'key-refused': 'probe.keyRefused',
  'key-lacks-permission': 'probe.keyLacks',
  'key-needs-tenant': 'probe.tenantNeeded',
}

export function probeWord(state: ProbeState | undefined): ProbeWord {
  if (!state) return { tone: 'unknown', label: 'probe.unknown' }
  if (state.kind === 'probing') return { tone: 'busy', label: 'probe.probing' }
  if (state.kind === 'failed') return { tone: 'bad', label: 'probe.failed' }
  return reportWord(state.report)
}

export function reportWord({ outcome, problem, tenantNeeded }: ProbeReport): ProbeWord {
  if (outcome === 'ready') return { tone: 'good', label: 'probe.ready' }
  if (outcome === 'limited') {
    return { tone: 'warn', label: tenantNeeded ? 'probe.tenantNeeded' : 'probe.limited' }
  }
  return { tone: 'bad', label: unusable[problem?.code ?? ''] ?? 'probe.unusable' }
}

/** Something the studio does with an instance, and whether the key lets it. */
export interface Ability {
  readonly purpose: string
  /** `null`: it was not found out. */
  readonly granted: boolean | null
  /** What is refused, such as `PATCH /api/tenant`. */
  readonly refused: readonly string[]
}

/** Permissions by what they are needed for; what is not granted whole comes first. */
export function abilities(permissions: readonly PermissionFinding[]): Ability[] {
  const found = [...Map.groupBy(permissions, ({ purpose }) => purpose)].map(([purpose, needed]) => ({
    purpose,
    granted: allGranted(needed),
    refused: needed
      .filter(({ granted }) => granted === false)
      .map(({ method, endpoint }) => `${method} ${endpoint}`),
  }))
  const rank = ({ granted }: Ability): number => [false, null, true].indexOf(granted)
  return found.toSorted((a, b) => rank(a) - rank(b))
}

function allGranted(needed: readonly PermissionFinding[]): boolean | null {
  if (needed.some(({ granted }) => granted === false)) return false
  return needed.every(({ granted }) => granted === true) ? true : null
}

/** The licence's features that are not there, in FusionAuth's own names. */
export function missingFeatures({ licence }: ProbeReport): string[] {
  return Object.entries(licence?.features ?? {}).flatMap(([name, state]) =>
    state === 'ACTIVE' ? [] : [`${name}: ${state.toLowerCase()}`],
  )
}
