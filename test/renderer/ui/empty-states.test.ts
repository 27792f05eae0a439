import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parse } from 'vue/compiler-sfc'

const root = join(import.meta.dirname, '..', '..', '..', 'renderer')

/** What lacks nothing that an action would bring: it says how something went. */
const saysHowItWent: readonly string[] = [
  'features/cases/ExpectationView.vue: expectation.met',
  'features/runs/ChangesView.vue: changes.notKept',
  'features/runs/ConsoleView.vue: console.none',
  'features/runs/ProblemsView.vue: problems.none',
  'features/runs/RequestsView.vue: requests.none',
]
/** Opens the system's own dialog, which only what is pressed itself may do. */
const opensFiles = ['features/workspace/ImportDialog.vue: import.choose']

interface TemplateNode {
  readonly tag?: string
  readonly props?: readonly {
    readonly name: string
    readonly rawName?: string
    readonly exp?: { readonly content?: string }
  }[]
  readonly children?: readonly TemplateNode[]
}
interface Empty {
  /** The component, and the message that is its title. */
  readonly name: string
  /** Buttons that show at once. */
  readonly buttons: number
  /** All of them, also those that show instead of one another, carry out commands. */
  readonly commands: boolean
}

const propOf = ({ props }: TemplateNode, ...names: readonly string[]) =>
  props?.find(({ name, rawName }) => names.includes(rawName ?? name))
const isButton = ({ tag = '' }: TemplateNode): boolean => /button|IconButton|CommandIcon/i.test(tag)
const isCommand = (node: TemplateNode): boolean =>
  /^Command/.test(node.tag ?? '') || /^commands\.run\(/.test(propOf(node, '@click')?.exp?.content ?? '')
const isInstead = (node: TemplateNode): boolean => propOf(node, 'v-else', 'v-else-if') !== undefined

const within = (node: TemplateNode): readonly TemplateNode[] =>
  (node.children ?? []).flatMap((child) => [child, ...within(child)])

function emptyStates(source: string, file: string): readonly Empty[] {
  const template = parse(source, { filename: file }).descriptor.template?.ast as unknown as
    TemplateNode | undefined
  const found = template ? within(template).filter(({ tag }) => tag === 'EmptyState') : []
  return found.map((state) => {
    const buttons = within(state).filter(isButton)
    const titles = propOf(state, ':title')?.exp?.content ?? ''
    const title = [...titles.matchAll(/'(\w+\.\w+)'/g)].map(([, key]) => key)[0] ?? titles
    return {
      name: `${file}: ${title}`,
      buttons: buttons.filter((button) => !isInstead(button)).length,
      commands: buttons.every(isCommand),
    }
  })
}

const states = globSync('**/*.vue', { cwd: root }).flatMap((file) =>
  emptyStates(readFileSync(join(root, file), 'utf8'), file.replaceAll('\\', '/')),
)

test.each([
  ['<EmptyState :title="t(\'a.b\')" />', 0, true],
  ['<EmptyState :title="t(\'a.b\')"><CommandButton id="x" /></EmptyState>', 1, true],
  ['<EmptyState :title="t(\'a.b\')"><Button @click="go" /><CommandButton id="x" /></EmptyState>', 2, false],
  [
    '<EmptyState :title="t(\'a.b\')"><CommandButton v-if="c" id="x" /><CommandButton v-else id="y" /></EmptyState>',
    1,
    true,
  ],
])('the buttons of an empty state are counted: %s', (template, buttons, commands) => {
  expect(emptyStates(`<template>${template}</template>`, 'X.vue')).toEqual([
    { name: 'X.vue: a.b', buttons, commands },
  ])
})

test('what lacks something has one action, which is a command', () => {
  const lacking = states.filter(({ name }) => !saysHowItWent.includes(name))
  expect(lacking.filter(({ buttons }) => buttons !== 1)).toEqual([])
  expect(lacking.filter(({ commands }) => !commands).map(({ name }) => name)).toEqual(opensFiles)
})

test('what says how something went has no action, and nothing is named that is not there', () => {
  const silent = states.filter(({ name }) => saysHowItWent.includes(name))
  expect(silent.map(({ name }) => name).toSorted()).toEqual(saysHowItWent.toSorted())
  expect(silent.filter(({ buttons }) => buttons > 0)).toEqual([])
})
