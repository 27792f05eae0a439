import type { ProbeTone } from './probe-words.ts'

export const probeTones: Readonly<Record<ProbeTone, string>> = {
  good: 'text-added',
  warn: 'text-changed',
  bad: 'text-removed',
  busy: 'text-muted',
  unknown: 'text-muted',
}

export const probeIcons: Readonly<Record<ProbeTone, string>> = {
  good: 'i-lucide-circle-check',
  warn: 'i-lucide-triangle-alert',
  bad: 'i-lucide-circle-x',
  busy: 'i-lucide-loader-circle',
  unknown: 'i-lucide-circle-dashed',
}
