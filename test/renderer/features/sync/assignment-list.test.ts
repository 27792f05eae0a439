import { expect, test } from 'vitest'
import type { PromotedAssignment } from '../../../../electron/contract/models/promotion.ts'
import AssignmentList from '../../../../renderer/features/sync/AssignmentList.vue'
import { mountComponent } from '../../mount-component.ts'

const toId = '25a872da-bb44-4af8-a43d-e7bcb5351ebc'
const other = '0b2aee90-5e1c-4d3f-8a36-6c2f0c3a1d11'
const field = 'application.lambdaConfiguration.accessTokenPopulateId'
const owner = (name: string) => ({ kind: 'application' as const, id: other, name })

/** The lines of the list, as they read. */
function linesOf(assignments: readonly PromotedAssignment[], id: string | null): string[] {
  const list = mountComponent(AssignmentList, { props: { assignments, toId: id } })
  return list.findAll('li').map((line) =>
    line
      .findAll('span, code')
      .map((part) => part.text())
      .filter((text) => text !== '')
      .join(' '),
  )
}

test('each assignment says whether it would change, and what it would take the place of', () => {
  const matched = { kind: 'matched', field } as const
  expect(
    linesOf(
      [
        { ...matched, owner: owner('Fresh'), current: null, currentName: null },
        { ...matched, owner: owner('Taken'), current: other, currentName: 'Old roles' },
        { ...matched, owner: owner('Same'), current: toId, currentName: 'Roles' },
        { kind: 'missing', field, owner: owner('Gone') },
        { kind: 'question', field, candidates: [owner('Two'), owner('Two')] },
      ],
      toId,
    ),
  ).toEqual([
    `Will be assigned at Fresh ${field}`,
    `Will be assigned at Taken in the place of Old roles ${field}`,
    `Is assigned at Same ${field}`,
    `Cannot be assigned at Gone ${field}`,
    `Not sure where to assign ${field}`,
  ])
})

test('a lambda without a name is called by its id', () => {
  const assignment = {
    kind: 'matched',
    field,
    owner: owner('Taken'),
    current: other,
    currentName: null,
  } as const
  expect(linesOf([assignment], null)).toEqual([`Will be assigned at Taken in the place of ${other} ${field}`])
})

test('several assignments that are not sure stay apart when the list changes', async () => {
  const question = (name: string) => ({
    kind: 'question' as const,
    field,
    candidates: [owner(name), owner(name)],
  })
  const sure = (name: string) => ({ kind: 'missing' as const, field, owner: owner(name) })
  const list = mountComponent(AssignmentList, {
    props: { assignments: [question('One'), question('Two'), sure('Before')], toId },
  })
  await list.setProps({ assignments: [sure('After'), question('One'), question('Two')] })
  const words = list.findAll('li').map((line) =>
    line
      .findAll('span')
      .map((part) => part.text())
      .find((text) => text !== ''),
  )
  expect(words).toEqual(['Cannot be assigned at', 'Not sure where to assign', 'Not sure where to assign'])
})
