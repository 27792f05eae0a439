import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { root } from './blocks/blocks.ts'

/** Checks and runs have their codes in lists of their own, and the demo's are FusionAuth's. */
const elsewhere =
  /^electron\/(core\/(catalogue|checks|runs\/(run-problems|consequence))|sandbox|demo\/(?!start|saving|embedded))/

const isCode = /^[a-z*][a-z0-9*-]*$/

/** Functions that make something with a code, and which of their arguments it is. */
const makers: Readonly<Record<string, number>> = { skipped: 0, before: 1 }

/** Every code that the source tells the user in an error, a problem of a file, a note, or the outcome of one entry. */
export function toldCodes(): ReadonlySet<string> {
  const files = globSync(['electron/**/*.ts', 'renderer/transport/*.ts'], { cwd: root })
  const codes = new Set<string>()
  for (const path of files
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => !elsewhere.test(file))) {
    const text = readFileSync(join(root, path), 'utf8')
    visit(ts.createSourceFile(path, text, ts.ScriptTarget.Latest), codes)
  }
  return codes
}

function visit(node: ts.Node, codes: Set<string>): void {
  if (isIssueOfZod(node)) return
  for (const expression of codeExpressions(node))
    for (const code of textsOf(expression).filter((text) => isCode.test(text))) codes.add(code)
  ts.forEachChild(node, (child) => visit(child, codes))
}

/** What zod is told of a value; it reaches the user as the words of another failure. */
function isIssueOfZod(node: ts.Node): boolean {
  return (
    ts.isCallExpression(node) &&
    ts.isPropertyAccessExpression(node.expression) &&
    node.expression.name.text === 'addIssue'
  )
}

function codeExpressions(node: ts.Node): readonly ts.Expression[] {
  if (ts.isObjectLiteralExpression(node)) return codeOfObject(node)
  if (ts.isVariableDeclaration(node) && isNamed(node.name, 'code') && node.initializer)
    return [node.initializer]
  if (ts.isCallExpression(node) && ts.isIdentifier(node.expression)) {
    const place = makers[node.expression.text]
    return place === undefined ? [] : node.arguments.slice(place, place + 1)
  }
  return []
}

/** Beside a code, one of these says something to the user. */
const saying = ['message', 'hint', 'because', 'outcome']

/** Of an object that has a code and says something with it. */
function codeOfObject({ properties }: ts.ObjectLiteralExpression): readonly ts.Expression[] {
  const names = properties.map(({ name }) => (name && ts.isIdentifier(name) ? name.text : ''))
  if (!saying.some((name) => names.includes(name))) return []
  return properties.flatMap((property) =>
    ts.isPropertyAssignment(property) && isNamed(property.name, 'code') ? [property.initializer] : [],
  )
}

function isNamed(name: ts.Node, text: string): boolean {
  return ts.isIdentifier(name) && name.text === text
}

/** The texts that an expression may be; what is filled into a template shows as `*`. */
function textsOf(expression: ts.Expression): readonly string[] {
  if (ts.isStringLiteral(expression)) return [expression.text]
  if (ts.isBinaryExpression(expression)) return textsOf(expression.right)
  if (ts.isConditionalExpression(expression))
    return [...textsOf(expression.whenTrue), ...textsOf(expression.whenFalse)]
  if (ts.isTemplateExpression(expression))
    return [
      `${expression.head.text}*${expression.templateSpans.map(({ literal }) => literal.text).join('*')}`,
    ]
  return []
}
