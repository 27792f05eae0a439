import { defineStore } from 'pinia'
import { computed, ref, shallowRef, watch } from 'vue'
import { placeAt, recallPlace, tourSteps, type TourPlace, type TourStep } from './tour-steps.ts'

const key = 'studio.tour'

/** The tour through the sample workspace: where the user is in it, and which steps they really did. */
export const useTour = defineStore('tour', () => {
  const place = shallowRef<TourPlace>(recallPlace(localStorage.getItem(key)))
  /** The step that the user did last, for a word of praise. */
  const did = ref<TourStep>()
  const step = computed<TourStep>(() => tourSteps[place.value.step] ?? 'run')
  const isOpen = computed(() => place.value.open)

  watch(place, ({ step: at, open }) => localStorage.setItem(key, `${at} ${open ? 'open' : 'left'}`))

  function go(to: number): void {
    did.value = undefined
    place.value = placeAt(to)
  }

  /** The user did what a step asks for; it counts where the tour is at that step. */
  function done(what: TourStep): void {
    if (!isOpen.value || step.value !== what) return
    go(place.value.step + 1)
    did.value = what
  }

  const start = (): void => go(0)
  const next = (): void => go(place.value.step + 1)
  const back = (): void => go(place.value.step - 1)
  const leave = (): void => void (place.value = { ...place.value, open: false })
  const resume = (): void => go(place.value.step)

  return { place, step, did, isOpen, done, start, next, back, leave, resume }
})
