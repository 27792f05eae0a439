import { expect, test } from 'vitest'
import { handlers, handlersIn, type Handler } from './handlers.ts'

/** What carries out a command by its id, which may be made of a part that varies. */
const isCommand = /^(\(\) => )?(commands\.)?run\(['`]/
/** The two controls that carry out the command whose id they are given. */
const controls = /^ui\/Command(Button|Icon)\.vue$/

/** What is pressed and is no command, by why it is none. `*` stands for everything in a file. */
const exceptions: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  'goes to what a row or a link names': {
    'features/cases/CaseRow.vue': ["$emit('choose')"],
    'features/checks/CheckPageText.vue': ['attempt(() => pages.show(part.page))'],
    'features/history/HistoryList.vue': ["$emit('choose', entry.id)"],
    'features/instances/InstanceRow.vue': ["$emit('choose')"],
    'features/lambdas/LambdaTabs.vue': ['lambdas.show(lambda.id)'],
    'features/member-runs/MemberRunTable.vue': ['select(row)'],
    'features/sync/PlanRow.vue': ["$emit('select')", ''],
    'features/sync/PromotionTable.vue': ['promotion.select(entry.slug)', ''],
    'features/types/TypeList.vue': ['types.show(info.type)'],
    'features/users/UserMemberships.vue': ["$emit('group', membership.groupId)"],
    'features/users/UserRoles.vue': ['show(source)'],
    'palette/PaletteDialog.vue': ['() => void select(item)'],
    'ui/PlaceLink.vue': ["$emit('go')"],
    'ui/SideList.vue': ["$emit('show', idOf(row))"],
  },
  'opens or closes what stands there': {
    'documents/NoteBar.vue': ['comparing = !comparing'],
    'features/lambdas/LambdaRow.vue': ['openMenu'],
    'features/members/MemberJobPanel.vue': ['opened = !opened'],
    'features/roles/RoleChangeView.vue': ['opened = !opened'],
    'features/work/WorkRow.vue': ['work.reading = isRead ? undefined : job.id'],
  },
  'is a field, or copies what it shows': {
    'features/settings/SettingControl.vue': ["emit('change', value !== true)"],
    'features/settings/SettingRow.vue': ["typedFault = ''"],
    'ui/CopyText.vue': ['copy'],
    'ui/FilterChips.vue': ['chosen = chip.id'],
  },
  'is a part of a dialog': {
    'commands/ShortcutRow.vue': ['*'],
    'features/instances/InstanceFields.vue': ['replacing = true'],
    'features/members/MemberListInput.vue': ['*'],
    'features/members/UserChooser.vue': ['toggle(user)'],
    'features/types/TypePicker.vue': ['*'],
    'features/usage/UsageSummary.vue': ['asked = true'],
    'features/workspace/MendSettings.vue': ['*'],
    'workbench/UnsavedNotice.vue': ['save'],
    'workbench/directory/ChangeEffect.vue': ['preview'],
  },
  'sends a form, leaves it, or asks what it would do': {
    'features/groups/GroupForm.vue': ["$emit('save')", 'store.cancel()'],
    'workbench/directory/EditGroup.vue': ['preview'],
  },
  'stands where no workspace is open yet': {
    'features/workspace/RecentWorkspaces.vue': ['*'],
    'features/workspace/WelcomeView.vue': ['*'],
  },
}

const allowed = Object.values(exceptions).flatMap((files) =>
  Object.entries(files).flatMap(([file, codes]) => codes.map((code) => ({ file, code }))),
)
const isAllowed = ({ file, code }: Pick<Handler, 'file' | 'code'>): boolean =>
  allowed.some((each) => each.file === file && (each.code === '*' || each.code === code))

const others = handlers().filter(
  ({ file, code, inDialog }) => !inDialog && !controls.test(file) && !isCommand.test(code),
)

test('what is pressed carries out a command, but for what is named here', () => {
  expect(others.filter((handler) => !isAllowed(handler))).toEqual([])
})

test('nothing is named here that is not there', () => {
  const stale = allowed.filter(
    ({ file, code }) => !others.some((each) => each.file === file && (code === '*' || each.code === code)),
  )
  expect(stale).toEqual([])
})

test.each([
  ['<template><Button @click="save()" /></template>', ['save()']],
  ['<template><Modal><Button @click="save()" /></Modal></template>', []],
  ['<template><StudioDialog><Button @click="save()" /></StudioDialog></template>', []],
  ['<template><Button @click="commands.run(\'lambda.save\')" /></template>', []],
  ['<template><form @submit.prevent="send" /></template>', ['send']],
  ['<script setup lang="ts">const items = [{ onSelect: () => save() }]</script>', ['() => save()']],
])('a handler that is no command is found: %s', (source, expected) => {
  const found = handlersIn(source, 'X.vue').filter(({ code, inDialog }) => !inDialog && !isCommand.test(code))
  expect(found.map(({ code }) => code)).toEqual(expected)
})
