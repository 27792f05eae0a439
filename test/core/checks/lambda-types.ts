import type { LambdaTypeInfo } from '../../../electron/contract/models/lambda-type.ts'

const nothing = { code: 'none', message: '' }

/** A small JWT populate type: enough for the checks that do not look at every type. */
export const jwtPopulate: LambdaTypeInfo = {
  type: 'JWTPopulate',
  aliases: [],
  displayName: 'JWT Populate',
  family: 'Tokens',
  purpose: '',
  runsWhen: '',
  notRunWhen: [],
  functionName: 'populate',
  parameters: [
    { name: 'jwt', mutability: 'mutable', since: null, meaning: '', mayBeUndefined: false },
    { name: 'user', mutability: 'read-only', since: null, meaning: '', mayBeUndefined: false },
    { name: 'registration', mutability: 'read-only', since: null, meaning: '', mayBeUndefined: true },
    { name: 'context', mutability: 'read-only', since: '1.59.0', meaning: '', mayBeUndefined: false },
  ],
  reserved: [],
  rules: [],
  returnValue: 'ignored',
  consequences: { completed: nothing, threw: nothing },
  since: '1.6.0',
  upcoming: false,
  licence: null,
  assignedAt: [],
  quirks: [],
  declaration: '',
  template: '',
  samples: [],
  sources: [],
}
