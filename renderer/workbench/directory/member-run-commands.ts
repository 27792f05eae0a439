import type { MemberRunFormat } from '../../../electron/contract/models/directory-run.ts'
import { offerCommands } from '../../commands/offer-commands.ts'
import { useMemberRuns } from '../../features/member-runs/member-runs-store.ts'
import { outcomeChoices } from '../../features/member-runs/outcome-choices.ts'
import type { RowFilter } from '../../features/member-runs/row-filter.ts'
import { usePalette } from '../../palette/palette-store.ts'
import { useFailures } from '../../shell/failures-store.ts'
import { handOut } from '../hand-out.ts'
import { onTarget } from '../on-target.ts'
import { usePersonInput } from './person-input-store.ts'
import { useRunSetup } from './run-setup-store.ts'
import { showUser } from './show-places.ts'

/** Offers what can be done with a lambda that is run for all members of a group. */
export function offerMemberRunCommands(): void {
  const palette = usePalette()
  const runs = useMemberRuns()
  const setup = useRunSetup()
  const { attempt } = useFailures()

  const hasRows = (): boolean => !runs.running && (runs.rows.total ?? 0) > 0
  const exportAs = (format: MemberRunFormat) => (): void =>
    void attempt(async () => handOut(await runs.exportRows(format)))
  const filter = (id: string): void =>
    void (runs.filter = { ...runs.filter, outcome: id as RowFilter['outcome'] })
  const askOutcome = (): void =>
    palette.ask(
      'command.runOutcome',
      outcomeChoices(runs.summary).map(({ id, label }) => ({ id, label, go: () => filter(id) })),
    )

  offerCommands([
    {
      id: 'memberRun.start',
      title: 'command.startMemberRun',
      icon: 'i-lucide-play',
      screen: 'memberRun',
      keys: 'Mod+Enter',
      enabled: () => setup.slug !== '' && !runs.running,
      run: () => void attempt(setup.start),
    },
    {
      id: 'memberRun.mask',
      title: 'command.maskMemberRun',
      icon: 'i-lucide-venetian-mask',
      screen: 'memberRun',
      run: () => void (setup.mask = !setup.mask),
    },
    {
      id: 'memberRun.cancel',
      title: 'command.cancelMemberRun',
      icon: 'i-lucide-square',
      enabled: () => runs.running,
      run: () => void runs.cancel(),
    },
    {
      id: 'memberRun.outcome',
      title: 'command.runOutcome',
      icon: 'i-lucide-list-filter',
      screen: 'memberRun',
      enabled: () => runs.summary !== undefined,
      run: (id) => {
        if (id === undefined) askOutcome()
        else filter(id)
      },
    },
    {
      id: 'memberRun.exportCsv',
      title: 'command.exportCsv',
      icon: 'i-lucide-file-spreadsheet',
      screen: 'memberRun',
      enabled: hasRows,
      run: exportAs('csv'),
    },
    {
      id: 'memberRun.exportJson',
      title: 'command.exportJson',
      icon: 'i-lucide-file-braces',
      screen: 'memberRun',
      enabled: hasRows,
      run: exportAs('json'),
    },
  ])
}

/** Offers what can be done with one row of a run: with the one that is named, else with the one that shows. */
export function offerRunRowCommands(): void {
  const personInput = usePersonInput()
  const runs = useMemberRuns()
  const { isThere, on } = onTarget(() => runs.selected?.userId)

  offerCommands([
    {
      id: 'memberRun.input',
      title: 'input.use',
      icon: 'i-lucide-braces',
      screen: 'memberRun',
      enabled: isThere,
      run: on((userId) => personInput.show(userId)),
    },
    {
      id: 'memberRun.user',
      title: 'members.showUser',
      icon: 'i-lucide-user-round',
      screen: 'memberRun',
      enabled: isThere,
      run: on(showUser),
    },
    {
      id: 'memberRun.closeRow',
      title: 'command.closeRunRow',
      icon: 'i-lucide-x',
      screen: 'memberRun',
      enabled: () => runs.selected !== undefined,
      run: () => void (runs.selected = undefined),
    },
  ])
}
