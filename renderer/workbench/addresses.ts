/** What the addresses of all texts of a lambda begin with. */
export const lambdaAddress = (id: string): string => `file:///lambdas/${part(id)}/`

/** Address of the model of a lambda's body. */
export const bodyAddress = (id: string): string => `file:///lambdas/${part(id)}/lambda.js`

/** Address of the model of a lambda's input. */
export const inputAddress = (id: string): string => `file:///lambdas/${part(id)}/input.json`

/** Address of the model of what a lambda's last run left of its arguments. */
export const resultAddress = (id: string): string => `file:///lambdas/${part(id)}/result.json`

/** Address of the model of a case. */
export const caseAddress = (id: string, name: string): string =>
  `file:///lambdas/${part(id)}/cases/${part(name)}.json`

/** The addresses of all cases of a lambda, as a pattern. */
export const caseAddresses = (id: string): string => `file:///lambdas/${part(id)}/cases/*.json`

/** Editors escape addresses each in their own way; one of letters, digits and hyphens alone needs none. */
function part(name: string): string {
  return name.replace(/[^A-Za-z0-9-]/gu, (character) => `_${(character.codePointAt(0) ?? 0).toString(16)}_`)
}
