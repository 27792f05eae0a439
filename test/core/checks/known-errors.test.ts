import { expect, test } from 'vitest'
import { listed, problemsOf } from './problems-of.ts'

/** Mistakes that FusionAuth's own documents and templates have, in words of this project. */

test('a comma that is missing in the options of a fetch does not parse', () => {
  const body = [
    'function populate(jwt, user, registration, context) {',
    "  var key = context.services.secrets.get('crm')",
    "  var answer = fetch('https://crm.example.com', {",
    "    method: 'POST'",
    '    headers: { Authorization: key }',
    '  })',
    '}',
  ].join('\n')
  expect(listed(body)).toEqual(['error syntax-error 5:5'])
})

test('a function without a name does not parse', () => {
  const body = "function (user, registration, jwt) {\n  user.email = jwt.sub + '@example.com'\n}"
  expect(listed(body, { type: 'OpenIDReconcile' })).toEqual(['error syntax-error 1:10'])
})

test('an equals sign in an object does not parse', () => {
  const body = "function reconcile(user, userAttributes) {\n  user.registrations = [{ roles = ['admin'] }]\n}"
  expect(listed(body, { type: 'LDAPConnectorReconcile' })).toEqual(['error syntax-error 2:33'])
})

test('quotes that are escaped outside of a text do not parse', () => {
  const body =
    'function reconcile(user, registration, linkedInUser) {\n  user.firstName = linkedInUser[\\"first\\"]\n}'
  expect(listed(body, { type: 'LinkedInReconcile' })).toEqual(['error syntax-error 2:34'])
})

test('an asynchronous fetch with json() is not green', () => {
  const body = [
    'async function populate(jwt, user, registration) {',
    "  const response = await fetch('https://people.example.com/1')",
    '  const person = await response.json()',
    '  jwt.hero = person.name',
    '}',
  ].join('\n')
  expect(listed(body)).toEqual([
    'error async-function 1:16',
    'warning await-fetch 2:20',
    'info fetch-cost 2:26',
    'warning fetch-response 3:33',
  ])
})

test('the fourth parameter of a self-service registration is not the context', () => {
  const body = 'function validate(result, user, registration, context) {\n  result.step = context.step\n}'
  const [problem] = problemsOf(body, { type: 'SelfServiceRegistrationValidation' })
  expect(problem).toMatchObject({
    code: 'parameter-order',
    message: 'FusionAuth passes by position: this parameter gets formContext; context is argument 5.',
  })
})
