import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { expect, test } from 'vitest'
import { parse } from 'vue/compiler-sfc'

const root = join(import.meta.dirname, '..', '..', '..')
/** Failures are told in English by whoever finds them, on the host and on the way to it. */
const apart = /^renderer\/(messages|styles)\/|\/unreachable\.ts$|\.d\.ts$/
const files = globSync('renderer/**/*.{vue,ts}', { cwd: root }).filter((file) => !apart.test(file))

/** Attributes and properties whose text the user sees or hears. */
const shown =
  /^(aria-?label|aria-?description|aria-?roledescription|aria-?valuetext|alt|title|label|description|placeholder|text|message|hint|caption|heading|tooltip|confirm)$/i

/** What is the same in every language: names of products, keys, units and code. */
const sameEverywhere = new Set(['Lambda Studio', 'FusionAuth', 'JSON', 'CSV', 'ES', 'Esc', '/studio.json'])

const hasWords = (text: string): boolean => /\p{L}{2,}/u.test(text) && !sameEverywhere.has(text.trim())

/** Two words with a blank between them, the first with a capital: nothing but a sentence or a title looks like it. */
const isSentence = (text: string): boolean => /^[A-Z][a-z’']+([ ,]+[A-Za-z’'-]+)+[.?!…]?$/.test(text.trim())

interface TemplateNode {
  readonly type: number
  readonly content?: string | { readonly content?: string }
  readonly tag?: string
  readonly props?: readonly {
    readonly type: number
    readonly name: string
    readonly value?: { readonly content: string }
    readonly arg?: { readonly content?: string }
    readonly exp?: { readonly content?: string }
  }[]
  readonly children?: readonly TemplateNode[]
}

function fixedIn(file: string): string[] {
  const source = readFileSync(join(root, file), 'utf8')
  const found = file.endsWith('.vue') ? fixedInComponent(source, file) : fixedInScript(source)
  return found.map((text) => `${file}: ${text.trim()}`)
}

function fixedInComponent(source: string, file: string): string[] {
  const { descriptor } = parse(source, { filename: file })
  const template = descriptor.template?.ast as unknown as TemplateNode | undefined
  const script = fixedInScript(descriptor.scriptSetup?.content ?? '')
  return [...script, ...(template?.children ?? []).flatMap(fixedInNode)]
}

function fixedInNode(node: TemplateNode): string[] {
  const own =
    node.type === 2 && typeof node.content === 'string' && hasWords(node.content) ? [node.content] : []
  const drawn =
    node.type === 5 && typeof node.content === 'object' ? wordsOfExpression(node.content.content) : []
  const attributes = (node.props ?? []).flatMap((prop) => {
    if (prop.type === 6)
      return shown.test(prop.name) && hasWords(prop.value?.content ?? '') ? [prop.value!.content] : []
    return shown.test(prop.arg?.content ?? '')
      ? wordsOfExpression(prop.exp?.content)
      : fixedInScript(prop.exp?.content ?? '')
  })
  return [...own, ...drawn, ...attributes, ...(node.children ?? []).flatMap(fixedInNode)]
}

/** Words in an expression whose value is drawn; what is compared, looked up or passed to `t` is none. */
function wordsOfExpression(expression = ''): string[] {
  return drawnTexts(sourceOf(`(${expression})`)).filter(hasWords)
}

function drawnTexts(node: ts.Node): string[] {
  if (ts.isCallExpression(node)) return drawnTexts(node.expression)
  if (ts.isBinaryExpression(node) && /=|[<>]/.test(node.operatorToken.getText())) return []
  if (ts.isConditionalExpression(node)) return [node.whenTrue, node.whenFalse].flatMap(drawnTexts)
  if (ts.isElementAccessExpression(node)) return drawnTexts(node.expression)
  return textsOf(node) ?? childrenOf(node).flatMap(drawnTexts)
}

/** Sentences anywhere in a script, and any words under a name that is shown. */
function fixedInScript(source: string): string[] {
  return fixedInSyntax(sourceOf(source))
}

function fixedInSyntax(node: ts.Node): string[] {
  if (ts.isImportDeclaration(node) || ts.isTypeNode(node)) return []
  if (ts.isNewExpression(node) && /Error$/.test(node.expression.getText())) return []
  const texts = textsOf(node)
  if (texts) return texts.filter((text) => isSentence(text) && hasWords(text))
  if (ts.isPropertyAssignment(node) && shown.test(node.name.getText())) {
    const direct = drawnTexts(node.initializer).filter((text) => hasWords(text) && !isKey(text))
    if (direct.length > 0) return direct
  }
  return childrenOf(node).flatMap(fixedInSyntax)
}

/** Message keys and icons. */
const isKey = (text: string): boolean => /^[a-z][\w-]*([.][\w-]+)+$|^i-lucide-/.test(text)

function textsOf(node: ts.Node): string[] | undefined {
  if (ts.isStringLiteralLike(node)) return [node.text]
  if (ts.isTemplateExpression(node))
    return [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)]
  return undefined
}

function childrenOf(node: ts.Node): ts.Node[] {
  const children: ts.Node[] = []
  ts.forEachChild(node, (child) => void children.push(child))
  return children
}

const sourceOf = (text: string): ts.SourceFile =>
  ts.createSourceFile('x.ts', text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TS)

test.each([
  ['<template><p>Fixed words</p></template>', ['Fixed words']],
  ['<template><p title="Fixed">{{ t("a.b") }}</p></template>', ['Fixed']],
  ["<template><p :title=\"a ? 'Fixed' : t('a.b')\" /></template>", ['Fixed']],
  ['<template><p>{{ `${count} things` }}</p></template>', ['things']],
  ['<script setup lang="ts">const items = [{ label: "Fixed" }]</script>', ['Fixed']],
  ['<script setup lang="ts">toast(`Fixed words are here`)</script>', ['Fixed words are here']],
  ['<template><p :class="a === \'some words\' && \'px-2 text-muted\'">{{ t("a.b") }}</p></template>', []],
  ['<script setup lang="ts">throw new TypeError("Fixed words")</script>', []],
])('text that is fixed in code is found: %s', (source, expected) => {
  expect(fixedInComponent(source, 'X.vue').map((text) => text.trim())).toEqual(expected)
})

/** What a lambda threw is its own, and a line of a log is in the language of the page when it comes here. */
const inWords = /\/(ThrownError|JobLog)\.vue$/

test('what the host says is drawn in the language of the page, not as it came', () => {
  const drawn = /\{\{(?![^}]*hostMessage\()[^}]*\.message\b[^}]*\}\}/
  expect('<p>{{ error.message }}</p>').toMatch(drawn)
  expect('<p>{{ hostMessage(error) }}</p>').not.toMatch(drawn)
  const found = files.filter((file) => file.endsWith('.vue') && !inWords.test(file.replaceAll('\\', '/')))
  expect(found.filter((file) => drawn.test(readFileSync(join(root, file), 'utf8')))).toEqual([])
})

test('no text that the user sees is fixed in code', () => {
  expect(files.flatMap(fixedIn)).toEqual([])
})
