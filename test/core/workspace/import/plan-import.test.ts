import { describe, expect, test } from 'vitest'
import { say } from '../../../../electron/contract/words.ts'
import { planImport } from '../../../../electron/core/workspace/import/plan-import.ts'

const body = 'function populate(jwt, user, registration) {\n  jwt.a = `${user.id}`\n}\n'
const id = 'b1a2c3d4-0000-4000-8000-000000000001'
const file = (name: string, content: string | object) => ({
  name,
  text: typeof content === 'string' ? content : JSON.stringify(content),
})
const lambda = { name: 'Roles', type: 'JWTPopulate', engineType: 'GraalJS', debug: true, body }

describe('bodies', () => {
  test('are named after their file and keep what stands beside them', () => {
    const { found, problems } = planImport([
      file('roles.js', body),
      file('deep/x/lambda.js', 'x'),
      file('deep/x/lambda.json', { name: 'X', type: 'UserInfoPopulate', ids: { dev: id } }),
    ])
    expect(found.map(({ name, type, id: own }) => [name, type, own])).toEqual([
      ['roles', expect.toSatisfy((type: unknown) => type === null || typeof type === 'string'), null],
      ['X', 'UserInfoPopulate', id],
    ])
    expect(problems).toEqual([])
  })

  test('have the type that only their function can be meant for', () => {
    const { found } = planImport([
      file('scim.js', 'function convert(options, x) {}'),
      file('a.js', 'function reconcile(user, registration, samlResponse) {}'),
      file('b.js', 'nothing here ('),
    ])
    expect(found.map(({ type }) => type)).toEqual([null, 'SAMLv2Reconcile', null])
  })
})

describe('JSON of FusionAuth', () => {
  test.each([
    ['a file of the command line tool', { ...lambda, id, insertInstant: 1 }],
    ['an answer with one lambda', { lambda: { ...lambda, id } }],
    ['an answer with many', { lambdas: [{ ...lambda, id }] }],
    ['a list', [{ ...lambda, id }]],
  ])('%s is read', (_what, content) => {
    expect(planImport([file('x.json', content)])).toEqual({
      found: [{ ...lambda, id, file: 'x.json' }],
      problems: [],
    })
  })

  test('that holds no lambda, or is no JSON, is told', () => {
    const { found, problems } = planImport([file('package.json', { name: 'x' }), file('y.json', '{')])
    expect(found).toEqual([])
    expect(problems.map(({ file: name, message }) => [name, message.slice(0, 40)])).toEqual([
      ['y.json', 'y.json is not JSON: line 1, column 2: cl'],
      ['package.json', 'package.json holds no lambda.'],
    ])
  })
})

describe('a Kickstart file', () => {
  const kickstart = (requests: unknown[]) => ({ variables: { lambdaId: id, title: 'Roles' }, requests })

  test('gives its lambdas with variables and included files put in', () => {
    const { found, problems } = planImport([
      file(
        'kick/kickstart.json',
        kickstart([
          { method: 'POST', url: '/api/user', body: {} },
          {
            method: 'POST',
            url: '/api/lambda/#{lambdaId}',
            body: { lambda: { ...lambda, name: '#{title}' } },
          },
          { method: 'POST', url: '/api/lambda', body: { lambda: { ...lambda, body: '@{js/roles.js}' } } },
          '&{requests/third.json}',
        ]),
      ),
      file('kick/js/roles.js', body),
      file('kick/requests/third.json', { method: 'POST', url: '/api/lambda', body: '&{json/body.json}' }),
      file('kick/json/body.json', { lambda: { ...lambda, name: 'Third' } }),
    ])
    expect(found.map((each) => [each.name, each.id, each.body === body])).toEqual([
      ['Roles', id, true],
      ['Roles', null, true],
      ['Third', null, true],
    ])
    expect(problems).toEqual([])
  })

  test('says which request lacks a file', () => {
    const { found, problems } = planImport([
      file(
        'k.json',
        kickstart([{ url: '/api/lambda', body: { lambda: { ...lambda, body: '@{gone.js}' } } }]),
      ),
    ])
    expect(found).toEqual([])
    expect(problems).toMatchObject([
      { file: 'k.json, request 1', message: expect.stringContaining('gone.js') as string },
    ])
  })
})

describe('Terraform', () => {
  test('gives its lambdas, whatever else is in the file', () => {
    const text = `
# resource "fusionauth_lambda" "comment" { body = "no" }
/* resource "fusionauth_lambda" "comment" { body = "no" } */
resource "fusionauth_tenant" "t" {
  text = "resource \\"fusionauth_lambda\\" \\"quoted\\" {"
  theme = <<EOT
resource "fusionauth_lambda" "heredoc" { body = "no" }
EOT
}
resource "fusionauth_lambda" "roles" {
  lambda_id   = "${id}"
  name        = "Roles"   # a comment
  type        = "JWTPopulate"
  debug       = true
  engine_type = "GraalJS"
  lifecycle { ignore_changes = [body] }
  depends_on = [
    fusionauth_tenant.t,
  ]
  body = <<-EOT
    function populate(jwt, user, registration) {
      jwt.a = \`$\${user.id}\`
    }
  EOT
}
resource "fusionauth_lambda" "computed" { body = jsonencode({ a = "}" }) }
resource "fusionauth_lambda" "by-file" {
  name = var.name
  type = "JWTPopulate"
  body = file("\${path.module}/js/roles.js")
}
`
    const { found, problems } = planImport([file('main.tf', text), file('js/roles.js', body)])
    expect(found).toEqual([
      { ...lambda, id, file: 'main.tf' },
      { ...lambda, name: 'by-file', debug: false, id: null, file: 'main.tf' },
    ])
    expect(problems).toEqual([
      {
        file: 'main.tf, line 26',
        message: 'The lambda computed cannot be taken over: its body is missing or computed.',
        messageWords: say`The lambda ${'computed'} cannot be taken over: ${say`its body is missing or computed`}.`,
        hint: expect.any(String) as string,
      },
    ])
  })

  test('whose body has other values put in is told rather than guessed', () => {
    const text = 'resource "fusionauth_lambda" "x" {\n  type = "JWTPopulate"\n  body = "a ${var.key} b"\n}\n'
    expect(planImport([file('x.tf', text)])).toMatchObject({
      found: [],
      problems: [{ message: expect.stringContaining('Terraform puts other values into its body') as string }],
    })
  })
})

test('a file of another kind is told', () => {
  expect(planImport([file('README.md', '# x')]).problems).toMatchObject([{ file: 'README.md' }])
})
