import type { Severity } from '../../electron/contract/models/problem.ts'

/** How a problem is marked, by how much it matters. */
export const severityLooks = {
  error: { icon: 'i-lucide-circle-x', class: 'text-removed', label: 'problem.error' },
  warning: { icon: 'i-lucide-triangle-alert', class: 'text-changed', label: 'problem.warning' },
  info: { icon: 'i-lucide-info', class: 'text-muted', label: 'problem.info' },
} as const satisfies Record<Severity, unknown>
