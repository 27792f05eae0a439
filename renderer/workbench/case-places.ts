import { shallowRef } from 'vue'
import type { NamedCases } from '../../electron/contract/models/case.ts'
import { useCases } from '../features/cases/cases-store.ts'
import { useLambdas } from '../features/lambdas/lambdas-store.ts'
import type { Place, PlaceSource } from '../palette/places-store.ts'
import { useFailures } from '../shell/failures-store.ts'
import { useLayout } from '../shell/layout-store.ts'
import { studio } from '../studio.ts'

/** The cases of all lambdas, whose names are read in one go when the palette opens. */
export function casePlaces(): PlaceSource {
  const cases = useCases()
  const lambdas = useLambdas()
  const layout = useLayout()
  const { attempt } = useFailures()
  const named = shallowRef<readonly NamedCases[]>([])
  let asked = 0

  async function read(number: number): Promise<void> {
    const found = await studio.cases.names()
    if (number === asked) named.value = found
  }

  async function go(slug: string, name: string): Promise<void> {
    layout.show('lambdas')
    lambdas.show(slug)
    await cases.choose(slug, name)
  }

  const placesOf = ({ slug, names }: NamedCases): readonly Place[] => {
    const lambda = lambdas.find(slug)
    if (!lambda) return []
    return names.map((name) => ({
      id: `${slug}/${name}`,
      label: name,
      detail: lambda.name,
      icon: 'i-lucide-file-input',
      go: () => void attempt(() => go(slug, name)),
    }))
  }
  return {
    id: 'cases',
    title: 'cases.title',
    // Without a workspace there are none; one that is gone says so by itself.
    prepare: () => void read((asked += 1)).catch(() => undefined),
    list: () => named.value.flatMap(placesOf),
  }
}
