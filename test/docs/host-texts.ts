import { join } from 'node:path'
import ts from 'typescript'
import { root } from './blocks/blocks.ts'

/** Where the list of patterns is that a translator copies. */
export const hostPatternsPath = join(root, 'renderer/messages/host-patterns.json')

/**
 * Hosts say what the page shows. The command line speaks to its own terminal, the demo as FusionAuth does, and dialogs of
 * the system show no text of a language file.
 */
const saying = /\/(electron\/(contract|core|web|main\/(?!ask|updates))|renderer\/transport\/)/

/** What is taken for a text of the host where nothing tells what an object is made for. */
const isUsual = /^(message|hint)$/

interface Found {
  readonly patterns: Set<string>
  /** Texts whose values a translator could not place, by where they stand. */
  readonly faults: Set<string>
}

/** The list as it is committed. */
export const hostPatternsText = (patterns: ReadonlySet<string>): string =>
  `${JSON.stringify([...patterns].sort(), null, 2)}\n`

/** Every pattern of what the host says, found by the types that texts are given to: see `contract/words.ts`. */
export function hostTexts(): Found {
  const config = ts.getParsedCommandLineOfConfigFile(join(root, 'tsconfig.node.json'), {}, host)
  const files = (config?.fileNames ?? []).filter((file) => saying.test(file))
  const program = ts.createProgram(files, config?.options ?? {})
  const found = { patterns: new Set<string>(), faults: new Set<string>() }
  for (const file of program.getSourceFiles())
    if (saying.test(file.fileName) && !file.isDeclarationFile && !file.fileName.endsWith('contract/words.ts'))
      new Walk(program.getTypeChecker(), file, found).visit(file)
  return found
}

const host: ts.ParseConfigFileHost = {
  ...ts.sys,
  onUnRecoverableConfigFileDiagnostic: ({ messageText }) => {
    throw new Error(ts.flattenDiagnosticMessageText(messageText, '\n'))
  },
}

class Walk {
  readonly #checker: ts.TypeChecker
  readonly #file: ts.SourceFile
  readonly #found: Found

  constructor(checker: ts.TypeChecker, file: ts.SourceFile, found: Found) {
    this.#checker = checker
    this.#file = file
    this.#found = found
  }

  visit(node: ts.Node): void {
    if (isTagged(node)) this.#keep(patternOf(node.template))
    else if (ts.isExpression(node) && !isName(node) && this.#isSaid(node)) this.#take(node)
    ts.forEachChild(node, (child) => this.visit(child))
  }

  /** Whether an expression stands where a text of the host is taken. */
  #isSaid(node: ts.Expression): boolean {
    return this.#takesWords(this.#checker.getContextualType(node)) || this.#isShown(node)
  }

  #takesWords(type: ts.Type | undefined): boolean {
    return partsOf(type).some((part) => part.getSymbol()?.name === 'Worded')
  }

  /** Whether it is the `message` of an object that has `messageWords` beside it, and does not bring these along. */
  #isShown({ parent }: ts.Expression): boolean {
    if (!isProperty(parent) || !ts.isIdentifier(parent.name)) return false
    const owner = parent.parent
    const words = `${parent.name.text}Words`
    const type = this.#checker.getContextualType(owner)
    if (owner.properties.some((each) => brings(each, words))) return false
    if (!type || (type.flags & ts.TypeFlags.TypeParameter) !== 0) return isUsual.test(parent.name.text)
    return partsOf(type).some((part) => part.getProperty(words) !== undefined)
  }

  #take(node: ts.Expression): void {
    const text = constantOf(node)
    if (text !== null) this.#keep(text)
    else if (ts.isParenthesizedExpression(node)) this.#take(node.expression)
    else if (ts.isConditionalExpression(node))
      for (const each of [node.whenTrue, node.whenFalse]) this.#take(each)
    else this.#takeByType(node)
  }

  #takeByType(node: ts.Expression): void {
    const types = this.#typesOf(node)
    for (const type of types) if (type.isStringLiteral()) this.#keep(type.value)
    const isAnyText = types.some(({ flags }) => (flags & anyText) !== 0)
    if (isAnyText && !types.some((type) => this.#takesWords(type))) this.#fault(node)
  }

  /** A variable counts as it is declared, not as what was put into it. */
  #typesOf(node: ts.Expression): readonly ts.Type[] {
    const symbol = ts.isShorthandPropertyAssignment(node.parent)
      ? this.#checker.getShorthandAssignmentValueSymbol(node.parent)
      : ts.isIdentifier(node)
        ? this.#checker.getSymbolAtLocation(node)
        : undefined
    return partsOf(symbol ? this.#checker.getTypeOfSymbol(symbol) : this.#checker.getTypeAtLocation(node))
  }

  #keep(pattern: string): void {
    if (/\p{L}/u.test(pattern.replace(/\{\d+\}/g, ''))) this.#found.patterns.add(pattern)
  }

  #fault(node: ts.Node): void {
    const { line } = this.#file.getLineAndCharacterOfPosition(node.getStart(this.#file))
    const [, path = ''] = this.#file.fileName.split(`${root}/`)
    this.#found.faults.add(`${path}:${line + 1}: ${node.getText(this.#file)}`)
  }
}

const anyText = ts.TypeFlags.String | ts.TypeFlags.TemplateLiteral

const isProperty = (node: ts.Node): node is ts.PropertyAssignment | ts.ShorthandPropertyAssignment =>
  ts.isPropertyAssignment(node) || ts.isShorthandPropertyAssignment(node)

const isName = (node: ts.Node): boolean => ts.isPropertyAssignment(node.parent) && node.parent.name === node

const isTagged = (node: ts.Node): node is ts.TaggedTemplateExpression =>
  ts.isTaggedTemplateExpression(node) && ts.isIdentifier(node.tag) && node.tag.text === 'say'

function patternOf(template: ts.TemplateLiteral): string {
  if (ts.isNoSubstitutionTemplateLiteral(template)) return template.text
  return template.templateSpans.reduce(
    (before, { literal }, at) => `${before}{${at}}${literal.text}`,
    template.head.text,
  )
}

/** A text that stands there whole; null where values come into it. */
function constantOf(node: ts.Expression): string | null {
  if (ts.isStringLiteralLike(node)) return node.text
  if (!ts.isBinaryExpression(node) || node.operatorToken.kind !== ts.SyntaxKind.PlusToken) return null
  const [left, right] = [constantOf(node.left), constantOf(node.right)]
  return left === null || right === null ? null : left + right
}

function brings(property: ts.ObjectLiteralElementLike, words: string): boolean {
  return ts.isSpreadAssignment(property)
    ? property.expression.getText().includes(words)
    : property.name.getText() === words
}

function partsOf(type: ts.Type | undefined): readonly ts.Type[] {
  return type ? (type.isUnion() ? type.types : [type]) : []
}
