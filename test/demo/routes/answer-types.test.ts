import * as official from '@fusionauth/typescript-client'
import { expect, expectTypeOf, test } from 'vitest'
import { identityProviderTypes } from '../../../electron/demo/borders/identity-provider.ts'
import type { groupAnswer } from '../../../electron/demo/routes/group-answer.ts'
import type { memberAnswer } from '../../../electron/demo/routes/member-search.ts'
import type { userAnswer } from '../../../electron/demo/routes/user-answer.ts'
import { lambdaTypes, type LambdaType } from '../../../electron/demo/world/lambda-types.ts'
import type { EventLog, Lambda, Role } from '../../../electron/demo/world/models.ts'

/** A type of the official client with the texts of its enums in place of the enums, optional or undefined alike. */
type Plain<T> = T extends string
  ? `${T}`
  : T extends (infer Element)[]
    ? readonly Plain<Element>[]
    : T extends object
      ? { readonly [Name in keyof T]?: Plain<T[Name]> | undefined }
      : T

test('answers fit the types of the official client', () => {
  expectTypeOf<Lambda>().toExtend<Plain<official.Lambda>>()
  expectTypeOf<Role>().toExtend<Plain<official.ApplicationRole>>()
  expectTypeOf<EventLog>().toExtend<Plain<official.EventLog>>()
  expectTypeOf<ReturnType<typeof groupAnswer>>().toExtend<Plain<official.Group>>()
  expectTypeOf<ReturnType<typeof memberAnswer>>().toExtend<Plain<official.GroupMember>>()
  expectTypeOf<ReturnType<typeof userAnswer>>().toExtend<Plain<official.User>>()
})

test('the lambda types are exactly those of the official client', () => {
  expectTypeOf<LambdaType>().toEqualTypeOf<`${official.LambdaType}`>()
  expect([...lambdaTypes].sort()).toEqual(Object.values(official.LambdaType).sort())
})

test('the types of identity providers are exactly those of the official client', () => {
  expect([...identityProviderTypes].sort()).toEqual(Object.values(official.IdentityProviderType).sort())
})
