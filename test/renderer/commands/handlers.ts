import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { parse } from 'vue/compiler-sfc'

const root = join(import.meta.dirname, '..', '..', '..', 'renderer')

/** What a component does when something in it is pressed, sent or chosen. */
export interface Handler {
  readonly file: string
  readonly code: string
  /** It stands in a dialog, which wants an answer before anything else. */
  readonly inDialog: boolean
}

interface TemplateNode {
  readonly tag?: string
  readonly props?: readonly TemplateProp[]
  readonly children?: readonly TemplateNode[]
}

interface TemplateProp {
  readonly type: number
  readonly name: string
  readonly arg?: { readonly content?: string }
  readonly exp?: { readonly content?: string }
}

/** A dialog of the studio, and what it is made of. */
const dialogs = new Set(['StudioDialog', 'Modal'])
const directive = 7
const events = new Set(['click', 'auxclick', 'dblclick', 'submit'])
const handlerNames = new Set(['onSelect', 'onClick'])

/** Every handler of every component of the page. */
export function handlers(): Handler[] {
  return globSync('**/*.vue', { cwd: root }).flatMap((file) =>
    handlersIn(readFileSync(join(root, file), 'utf8'), file),
  )
}

export function handlersIn(source: string, file: string): Handler[] {
  const { descriptor } = parse(source, { filename: file })
  const template = descriptor.template?.ast as unknown as TemplateNode | undefined
  const found = [
    ...(template ? ofNode(template, false) : []),
    ...ofScript(descriptor.scriptSetup?.content ?? '').map((code) => ({ code, inDialog: false })),
  ]
  return found.map(({ code, inDialog }) => ({ file, code: code.replace(/\s+/g, ' ').trim(), inDialog }))
}

function ofNode(node: TemplateNode, inDialog: boolean): Omit<Handler, 'file'>[] {
  const within = inDialog || dialogs.has(node.tag ?? '')
  const own = (node.props ?? [])
    .filter(({ type, name, arg }) => type === directive && name === 'on' && events.has(arg?.content ?? ''))
    .map(({ exp }) => ({ code: exp?.content ?? '', inDialog: within }))
  return [...own, ...(node.children ?? []).flatMap((child) => ofNode(child, within))]
}

/** What the lines of menus do. */
function ofScript(script: string): string[] {
  const found: string[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAssignment(node) && handlerNames.has(node.name.getText()))
      found.push(node.initializer.getText())
    ts.forEachChild(node, visit)
  }
  visit(ts.createSourceFile('x.ts', script, ts.ScriptTarget.Latest, true))
  return found
}
