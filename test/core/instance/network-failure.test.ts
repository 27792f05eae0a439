import { expect, test } from 'vitest'
import { networkFailure } from '../../../electron/core/instance/network-failure.ts'

const url = 'http://auth.example.com:9011'
const failed = (failure: object): Error =>
  new TypeError('fetch failed', { cause: Object.assign(new Error('no'), failure) })

test.each([
  [{ code: 'ETIMEDOUT', syscall: 'connect' }, 'instance-unreachable', false],
  [{ code: 'UND_ERR_CONNECT_TIMEOUT' }, 'instance-unreachable', false],
  [{ message: 'net::ERR_CONNECTION_TIMED_OUT' }, 'instance-unreachable', false],
  [{ code: 'EHOSTUNREACH', syscall: 'connect' }, 'instance-unreachable', false],
  [{ code: 'ETIMEDOUT', syscall: 'read' }, 'instance-dropped', true],
  [{ code: 'EHOSTUNREACH', syscall: 'read' }, 'instance-dropped', true],
  [{ code: 'ENETDOWN', syscall: 'write' }, 'instance-dropped', true],
  [{ code: 'ECONNRESET', syscall: 'read' }, 'instance-dropped', true],
  [{ message: 'net::ERR_TIMED_OUT' }, 'instance-dropped', true],
] as const)('what %j leaves open is told', (failure, code, isUncertain) => {
  expect(networkFailure(url, failed(failure))).toMatchObject({ code, isUncertain })
})
