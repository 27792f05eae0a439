import { z } from 'zod'
import { refuseField } from '../http/refusal.ts'
import { userCriteria, type UserCriteria } from '../borders/user-search.ts'

const cursor = z.strictObject({ criteria: userCriteria, startRow: z.int().min(0) })

/** Where the next page begins, in a text that only this server reads. */
export function writeNextResults(criteria: UserCriteria, startRow: number): string {
  return Buffer.from(JSON.stringify({ criteria, startRow })).toString('base64url')
}

/** The criteria that a cursor goes on with. FusionAuth's answer to a broken one is not documented: 400 here. */
export function readNextResults(text: string, path: string): UserCriteria {
  try {
    const { criteria, startRow } = cursor.parse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')))
    return { ...criteria, startRow }
  } catch {
    return refuseField(path, 'invalid', 'This is not the nextResults of an earlier answer.')
  }
}
