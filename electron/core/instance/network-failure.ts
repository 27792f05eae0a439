import type { ErrorData } from '../../contract/errors.ts'
import { said, say, type Worded } from '../../contract/words.ts'
import { InstanceError } from './instance-error.ts'

/** What Node's and Chromium's networks call the same trouble. */
const kinds: readonly (readonly [RegExp, (host: string) => ErrorData])[] = [
  [
    /CERT|SELF_SIGNED|UNABLE_TO_VERIFY|ERR_TLS|ERR_SSL|EPROTO|ALTNAME/,
    (host) =>
      said<ErrorData>({
        code: 'instance-tls',
        message: say`There is no trusted encrypted connection to ${host}.`,
        hint: 'Check its certificate: expired, for another name, or of an authority that this machine does not trust.',
      }),
  ],
  [/ENOTFOUND|EAI_AGAIN|NAME_NOT_RESOLVED/, (host) => unreachable(say`there is no host of the name ${host}`)],
  [/ECONNREFUSED|CONNECTION_REFUSED/, (host) => unreachable(say`nothing listens at ${host}`)],
  [
    /EHOSTUNREACH|ENETUNREACH|ENETDOWN|ADDRESS_UNREACHABLE|INTERNET_DISCONNECTED|EADDRNOTAVAIL/,
    (host) => unreachable(say`there is no way to ${host} from this machine`),
  ],
  [
    /CONNECT_TIMEOUT|ETIMEDOUT|CONNECTION_TIMED_OUT/,
    (host) => unreachable(say`${host} does not answer the call for a connection`),
  ],
  // Ports of other services, which the fetch standard keeps every caller from.
  [
    /bad port|UNSAFE_PORT/,
    (host) => unreachable(say`the port of ${host} is one that is never called by HTTP`),
  ],
  [/PROXY|TUNNEL/, (host) => unreachable(say`the proxy does not let through to ${host}`)],
]

function unreachable(because: Worded): ErrorData {
  return said<ErrorData>({
    code: 'instance-unreachable',
    message: say`The instance cannot be reached: ${because}.`,
    hint: 'Check the address, that the instance runs, and the network between.',
  })
}

/** What a failed connection means to the user. */
export function networkFailure(url: string, thrown: unknown): InstanceError {
  const { host } = new URL(url)
  const words = [...causes(thrown)].join(' ')
  const found = isBrokenOff(thrown) ? undefined : kinds.find(([pattern]) => pattern.test(words))
  return new InstanceError(found ? found[1](host) : dropped(host), null, { cause: withoutRequest(thrown) })
}

function dropped(host: string): ErrorData {
  return said<ErrorData>({
    code: 'instance-dropped',
    message: say`The connection to ${host} broke off before the answer was whole.`,
    hint: 'Try again; if it happens again, look at the instance and at what lies between, such as a proxy.',
  })
}

/** Whether a connection that there was failed, so that the request may have come to the instance. */
function isBrokenOff(thrown: unknown): boolean {
  if (!(thrown instanceof Error)) return false
  const isUsed = 'syscall' in thrown && (thrown.syscall === 'read' || thrown.syscall === 'write')
  return isUsed || isBrokenOff(thrown.cause)
}

/** Codes and messages of an error and of what caused it. */
function* causes(thrown: unknown): Generator<string> {
  if (!(thrown instanceof Error)) return
  if ('code' in thrown) yield String(thrown.code)
  yield thrown.message
  yield* causes(thrown.cause)
  if (thrown instanceof AggregateError) for (const one of thrown.errors) yield* causes(one)
}

/** The libraries' errors carry the request, and with it the key. */
function withoutRequest(thrown: unknown): Error {
  return new Error([...causes(thrown)].join(': '))
}
