const results =
  'with an `outcome` (`done`, `skipped` or `failed`), a `code` where it was not done, and a `message`'
const failures =
  'a failure is `{ "slug", "problems", "failedCases" }`, what checks and cases held the push back for'
const memberResults =
  '`{ "entries": [{ "id", "outcome", "code"?, "message", "memberId"?, "line"? }] }`, one entry for each user that was given.'

/** What each command prints under `--json`, by its name. Keys may be added, none is renamed. */
export const jsonForms: Readonly<Record<string, string>> = {
  open: '`{ "address", "origin", "token" }` once the page is served. The token opens the studio: treat it as a key.',
  new: '`{ "slug", "name", "type", "engineType", "debug", "ids" }`.',
  list: '`[{ "slug", "name", "type", "engineType", "debug", "ids" }]`.',
  import: '`{ "entries": [{ "file", "name", "outcome", "slug", "code" }], "problems" }`.',
  export:
    '`{ "file", "bytes", "slugs", "leftOut" }`; without `--out` the file itself in `content`, with its `fileName`, `mediaType` and `encoding`.',
  run: 'a report: `{ "outcome", "arguments", "changes", "dropped", "console", "fetches", "error", "problems", "consequence", "durationMs", "heapBytes" }`. See [reports](#reports).',
  check:
    '`[{ "file", "problems" }]`; a problem is `{ "code", "severity", "message", "line", "column", "hint"? }`.',
  test: '`{ "cases": [{ "lambda", "case", "status", "failures": [{ "path", "expected", "actual", "message" }], "durationMs", "report" }], "totals": { "passed", "failed", "skipped" }, "durationMs", "problems" }`.',
  history: '`[{ "id", "at", "reason", "instance"?, "bytes" }]`, the newest first.',
  restore: '`{ "slug", "name", "type", "engineType", "debug", "ids", "restored" }`.',
  'instance add':
    '`{ "id", "name", "url", "tenantId", "protection", "color", "hasKey" }`. A key is never printed.',
  'instance key': 'the instance, as `instance add` does.',
  'instance edit': 'the instance, as `instance add` does.',
  'instance list': 'a list of instances, as `instance add` prints one.',
  'instance remove': '`{ "removed" }`.',
  'instance probe':
    '`{ "outcome", "url", "problem", "version", "permissions", "tenantNeeded", "tenants", "licence", "notes", "latencyMs" }`; `outcome` is `ready`, `limited` or `unusable`.',
  status:
    '`{ "instance", "at", "entries": [{ "slug", "id", "name", "type", "kind", "reason", "message", "fields", "seen" }], "problems" }`.',
  diff: '`{ "instance", "entries" }`, each entry as in `status` and with the lambda in `local`, `remote` and `base`, null where there is none.',
  pull: `\`{ "instance", "entries" }\`, each entry as in \`status\` and ${results}.`,
  push: `\`{ "instance", "entries", "failures" }\`, each entry as in \`status\` and ${results}; ${failures}.`,
  promote: `\`{ "from", "to", "entries", "failures" }\`, each entry ${results}; ${failures}.`,
  undo: `\`{ "instance", "entries" }\`, each entry ${results}.`,
  usage: '`{ "slug", "places": [{ "owner", "field", "ui" }], "unread" }`.',
  logs: '`{ "instance", "runs": [{ "entry", "at", "level", "lambdaId", "lambdaName", "lines" }], "isPartial" }`.',
  'groups list': '`{ "groups", "total" }`.',
  'groups show': '`{ "group" }`, and beside it what belongs to the group.',
  'groups create': '`{ "entries": [{ "id", "outcome", "code"? }] }`.',
  'groups update': '`{ "entries": [{ "id", "outcome", "code"? }] }`.',
  'groups delete': '`{ "entries": [{ "id", "outcome", "code"? }] }`.',
  'members list': '`{ "members", "total" }`, each member with its user.',
  'members add': memberResults,
  'members remove': memberResults,
  'members replace': memberResults,
  'members input': 'the input, or with `--case` the case.',
  'members run':
    '`{ "rows": [{ "userId", "user", "outcome", "changes", "error" }], "outcomes", "paths", "problems" }`.',
  types:
    '`[{ "type", "aliases", "displayName", "family", "functionName", "parameters", "reserved", "since", "upcoming", "assignedAt", "template", "samples" }]` and more: everything on the pages of the [lambda types](lambda-types/README.md).',
  demo: 'one line, `{ "url", "keys": [{ "name", "scope", "key" }] }`, once it serves; it goes on serving.',
}
