import { offerCommands } from '../commands/offer-commands.ts'
import { useInputs } from '../features/inputs/inputs-store.ts'
import { formatInput } from '../features/inputs/parse-input.ts'
import { useTypes } from '../features/types/types-store.ts'
import { usePalette } from '../palette/palette-store.ts'
import { useActiveLambda } from './active-lambda.ts'
import { useWork } from './work-store.ts'

/** Offers the samples of a type as the input of the lambda that shows. */
export function offerInputCommands(): void {
  const inputs = useInputs()
  const palette = usePalette()
  const types = useTypes()
  const work = useWork()
  const worked = useActiveLambda()

  const samples = () => types.find(worked.lambda?.type ?? '')?.samples ?? []
  function use(name: string): void {
    const sample = samples().find((each) => each.name === name)
    if (sample) inputs.edit(work.slug, formatInput(sample.input))
  }
  function askWhich(): void {
    const choices = samples().map(({ name }) => ({
      id: name,
      label: name,
      icon: 'i-lucide-braces',
      go: () => use(name),
    }))
    palette.ask('command.useSample', choices)
  }

  offerCommands([
    {
      id: 'lambda.sample',
      title: 'command.useSample',
      icon: 'i-lucide-braces',
      screen: 'lambda',
      enabled: () => work.caseName === undefined && samples().length > 0,
      run: (name) => {
        if (name === undefined) askWhich()
        else use(name)
      },
    },
  ])
}
