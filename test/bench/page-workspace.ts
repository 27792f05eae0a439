import { workspaceFolder, type WrittenLambda } from '../helpers/workspace-folder.ts'

const types = ['JWTPopulate', 'SAMLv2Populate', 'OpenIDReconcile', 'ClientCredentialsJWTPopulate']
const functions: Readonly<Record<string, string>> = {
  JWTPopulate: 'populate(jwt, user, registration)',
  SAMLv2Populate: 'populate(samlResponse, user, registration)',
  OpenIDReconcile: 'reconcile(user, registration, jwt, idToken, tokens)',
  ClientCredentialsJWTPopulate: 'populate(jwt, recipientEntity, targetEntity, permissions)',
}

/** A line that stands in the body of one lambda alone. */
export const markOf = (number: number): string => `// This is lambda ${number}.`

export const nameOf = (number: number): string => `Lambda ${String(number).padStart(4, '0')}`

/** A workspace of so many lambdas with bodies of forty lines. */
export function manyLambdas(count: number): string {
  return workspaceFolder(Array.from({ length: count }, (_, at) => lambda(at + 1)))
}

function lambda(number: number): WrittenLambda {
  const type = types[number % types.length]!
  const [argument] = functions[type]!.match(/(?<=\()\w+/) ?? ['']
  const lines = Array.from({ length: 34 }, (_, at) => `  ${argument}.claim${at} = 'value ${number} ${at}'`)
  const body = `${markOf(number)}\nfunction ${functions[type]!} {\n${lines.join('\n')}\n}\n`
  const slug = `lambda-${String(number).padStart(4, '0')}`
  return { slug, name: nameOf(number), type, body }
}

/** A workspace with one lambda of 2,000 lines. */
export function longLambda(): string {
  const steps = Array.from({ length: 330 }, (_, at) => step(at))
  const body = `function populate(jwt, user, registration) {\n${steps.join('')}}\n${helper.repeat(1)}`
  const missing = 2_000 - body.split('\n').length + 1
  const rest = Array.from({ length: missing }, (_, at) => `// Line ${at} of the notes.\n`).join('')
  return workspaceFolder([{ slug: 'long', name: 'Long', body: body + rest }])
}

function step(at: number): string {
  return `  // Step ${at}
  if (user.data && user.data.plan === 'plan ${at}') {
    const roles = registration ? registration.roles : []
    jwt.claim${at} = addPrefix('plan ${at}', roles)
  }

`
}

const helper = `
function addPrefix(prefix, roles) {
  return roles.map((role) => prefix + ':' + role)
}
`
