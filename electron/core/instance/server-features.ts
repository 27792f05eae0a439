import { isOlder } from '../checks/server-version.ts'
import type { ProbeNote } from '../../contract/models/instance.ts'

/** What a server of this version does not have, or does in its own way (documented with each API, "Available since"). */
export function versionNotes(version: string): readonly ProbeNote[] {
  return changes.filter(({ applies }) => applies(version)).map(({ note }) => note)
}

/**
 * How an object in a PATCH is to be sent: merge patches are understood since 1.39.0. Where the version is not known the
 * newer form is used.
 */
export function patchForm(version: string | null): 'application/merge-patch+json' | 'application/json' {
  return version !== null && isOlder(version, '1.39.0') ? 'application/json' : 'application/merge-patch+json'
}

interface VersionChange {
  readonly applies: (version: string) => boolean
  readonly note: ProbeNote
}

const changes: readonly VersionChange[] = [
  before('1.35.0', 'no-graaljs', 'warning', {
    message: 'This version runs lambdas with Nashorn alone, which knows ECMAScript 5.1.',
    hint: 'Set the engine of the lambdas to Nashorn, or update FusionAuth.',
  }),
  before('1.36.0', 'no-member-search', 'warning', {
    message: 'This version cannot search or replace the members of groups.',
    hint: 'Members are found through users instead; update FusionAuth to 1.36.0 or later.',
  }),
  before('1.39.0', 'no-merge-patch', 'warning', {
    message: 'This version knows plain PATCH alone: two writers at once cannot be kept apart.',
    hint: 'Let nobody else change lambdas during a push, or update FusionAuth to 1.39.0 or later.',
  }),
  before('1.45.0', 'no-search', 'info', {
    message:
      'This version cannot search lambdas, groups and applications; the studio reads them all instead.',
    hint: 'Nothing needs to be done; it may be slow where there are many.',
  }),
  before('1.64.0', 'no-secrets', 'info', {
    message: 'This version has no secrets for lambdas.',
    hint: 'Lambdas that read context.services.secrets fail there.',
  }),
  {
    applies: (version) => !isOlder(version, '1.49.0'),
    note: {
      code: 'no-nashorn',
      severity: 'info',
      message: 'This version has no Nashorn engine any more.',
      hint: 'Lambdas with the engine Nashorn cannot be pushed there; set it to GraalJS.',
    },
  },
]

function before(
  version: string,
  code: string,
  severity: ProbeNote['severity'],
  words: Pick<ProbeNote, 'message' | 'hint'>,
): VersionChange {
  return { applies: (own) => isOlder(own, version), note: { code, severity, ...words } }
}
