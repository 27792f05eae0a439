import { said, say } from '../../../contract/words.ts'
import { deleteAllMembers } from '../rest/members.ts'
import type { Ending } from './ledger.ts'
import { batchParts, type MemberChange, type OrderedUser } from './member-change.ts'
import { countMembers } from './member-pages.ts'
import { sendBatches } from './send-batches.ts'

/** Empties the group by one request; its one row is the group. */
export async function emptyGroup(change: MemberChange): Promise<void> {
  const { instance, group, ledger, signal } = change
  const before = await countMembers(instance, group.id)
  if (before === 0) {
    ledger.end(0, { outcome: 'skipped', code: 'not-a-member', message: 'The group has no members.' })
    return
  }
  await sendBatches<OrderedUser>({
    ...batchParts<OrderedUser>(change),
    items: [{ row: 0, userId: group.id }],
    end: ({ row }, ending) => ledger.end(row, ending),
    send: async () => {
      await deleteAllMembers(instance, group.id, signal)
      return () => emptied(before)
    },
    verify: async () => {
      const left = await countMembers(instance, group.id)
      return () => (left === 0 ? emptied(before) : null)
    },
  })
}

function emptied(count: number): Ending {
  return said<Ending>({
    outcome: 'done',
    message: count === 1 ? 'The one member was removed.' : say`All ${count} members were removed.`,
  })
}
