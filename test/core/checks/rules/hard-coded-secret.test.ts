import { expect, test } from 'vitest'
import { listed, populate, problemsOf } from '../problems-of.ts'

const secrets = [
  "var apiKey = 'bS7w_3NqLx7VbT2m'",
  "var config = { clientSecret: 'q9Zt4Lm2Rw8Kx6Vb' }",
  "user.password = 'hunter2hunter3'",
  "var headers = { Authorization: 'Bearer 8f3kZq0vLw7mTn2x' }",
  "var headers = { Authorization: 'Basic dXNlcjpwYXNzd29yZDE=' }",
  "var a = 'sk_live_4eC39HqLyjWDarjtT1zdp7dc'",
  "var a = 'ghp_16C7e42F292c6912E7710c838347Ae178B4a'",
  "var a = 'AKIAIOSFODNN7QRSTUVW'",
  "var a = '-----BEGIN PRIVATE KEY-----MIIEvQ'",
  "var a = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N'",
  "var a = 'Yk3pQ9vT1xZ7mR5wL2nB8cF4hJ6dS0gA'",
  'var a = `Bearer 8f3kZq0vLw7mTn2x`',
]

test.each(secrets)('%s is told, and the secret is not', (statement) => {
  const problems = problemsOf(populate(statement)).filter(({ code }) => code === 'hard-coded-secret')
  expect(problems).toHaveLength(1)
  const texts = [...statement.matchAll(/['`]([^'`]+)['`]/g)].map(([, text]) => text!)
  for (const text of texts) expect(JSON.stringify(problems)).not.toContain(text.split(' ').at(-1))
})

const harmless = [
  "var apiKey = 'YOUR_API_KEY'",
  "var apiKey = '<your key 1>'",
  "var token = 'xxxxxxxxxxxxxxxx1'",
  "var id = '5d562fea-9ba9-4d5c-b4a3-e57bb254d6db'",
  "var alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/='",
  "var hex = '0123456789abcdef0123456789abcdef'",
  "var claim = 'http://schemas.xmlsoap.org/ws/2005/05/identity/claims/emailaddress'",
  "var tokenType = 'access_token'",
  "var headers = { Authorization: 'Bearer ' + jwt.a }",
  "var scope = 'openid_profile_email_offline_access'",
  "var name = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User'",
]

test.each(harmless)('%s is no secret', (statement) => {
  expect(listed(populate(statement))).toEqual([])
})
