import { t } from '../messages/translate.ts'
import { useLambdas } from '../features/lambdas/lambdas-store.ts'
import { findSettings, titleOf } from '../features/settings/setting-words.ts'
import { useSettings } from '../features/settings/settings-store.ts'
import { useTypes } from '../features/types/types-store.ts'
import { usePlaces, type Place, type PlaceSource } from '../palette/places-store.ts'
import { useLayout } from '../shell/layout-store.ts'
import { casePlaces } from './case-places.ts'
import { groupPlaces, userPlaces } from './directory/directory-places.ts'
import { problemPlaces } from './problem-places.ts'

/** Tells the palette where the user can go. */
export function offerPlaces(): void {
  usePlaces().register([
    lambdaPlaces(),
    casePlaces(),
    groupPlaces(),
    userPlaces(),
    typePlaces(),
    settingPlaces(),
    problemPlaces(),
  ])
}

function lambdaPlaces(): PlaceSource {
  const lambdas = useLambdas()
  const layout = useLayout()
  const types = useTypes()
  const placeOf = ({ id, name, type }: (typeof lambdas.lambdas)[number]): Place => ({
    id,
    label: name,
    detail: types.find(type)?.displayName ?? type,
    icon: 'i-lucide-square-function',
    go: () => {
      layout.show('lambdas')
      lambdas.show(id)
    },
  })
  return { id: 'lambdas', title: 'lambdas.title', list: () => lambdas.lambdas.map(placeOf) }
}

function typePlaces(): PlaceSource {
  const layout = useLayout()
  const types = useTypes()
  return {
    id: 'types',
    title: 'types.title',
    list: () =>
      types.list.map(({ type, displayName }) => ({
        id: type,
        label: displayName,
        detail: type,
        icon: 'i-lucide-book-open',
        go: () => {
          layout.show('types')
          types.show(type)
        },
      })),
  }
}

function settingPlaces(): PlaceSource {
  const layout = useLayout()
  const settings = useSettings()
  return {
    id: 'settings',
    title: 'settings.title',
    list: () =>
      findSettings('').flatMap((section) =>
        section.settings.map(({ id }) => ({
          id,
          label: titleOf(id),
          detail: t(`section.${section.id}`),
          icon: 'i-lucide-settings-2',
          go: () => {
            layout.show('settings')
            settings.search = id
          },
        })),
      ),
  }
}
