import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, expect, test, vi } from 'vitest'
import { shallowRef } from 'vue'
import { useForms, type FormScope } from '../../../renderer/forms/forms-store.ts'

beforeEach(() => setActivePinia(createPinia()))

/** A form that somebody may have typed in. */
function heldForm(scope: FormScope, text: string) {
  const typed = shallowRef(text)
  const form = {
    scope,
    title: () => `Form ${typed.value}`,
    isTouched: () => typed.value !== '',
    close: () => void (typed.value = ''),
  }
  const release = useForms().hold(form)
  return { form, typed, release }
}

test('a form that nobody touched goes without a question', async () => {
  heldForm('directory', '')
  expect(await useForms().mayLeave()).toBe(true)
})

test('a touched form goes only where the user agrees', async () => {
  heldForm('directory', 'a')
  const forms = useForms()
  const first = forms.mayLeave('directory')
  expect(forms.asked).toEqual(['Form a'])
  forms.answer(false)
  expect(await first).toBe(false)
  expect(forms.asked).toEqual([])
  const second = forms.mayLeave()
  forms.answer(true)
  expect(await second).toBe(true)
})

test('a form that the user lets go is closed, so that nothing asks about it again', async () => {
  const { typed } = heldForm('directory', 'a')
  const { typed: stays } = heldForm('instance', 'b')
  const forms = useForms()
  const leaving = forms.mayLeave('directory')
  forms.answer(true)
  await leaving
  expect(typed.value).toBe('')
  expect(stays.value).toBe('b')
  expect(forms.touched.map(({ title }) => title())).toEqual(['Form b'])
})

test('a form is closed at once where nothing was filled in, else where the user agrees', async () => {
  const { form, typed } = heldForm('instance', 'a')
  const forms = useForms()
  const kept = forms.leave(form)
  expect(forms.asked).toEqual(['Form a'])
  forms.answer(false)
  await kept
  expect(typed.value).toBe('a')
  const left = forms.leave(form)
  forms.answer(true)
  await left
  expect(typed.value).toBe('')
  const close = vi.fn<() => void>()
  await forms.leave({ ...form, close })
  expect(close).toHaveBeenCalledOnce()
})

test('only the forms that would go are asked about', async () => {
  heldForm('instance', 'a')
  const { typed, release } = heldForm('directory', 'b')
  const forms = useForms()
  void forms.mayLeave('directory')
  expect(forms.asked).toEqual(['Form b'])
  forms.answer(false)
  typed.value = ''
  expect(await forms.mayLeave('directory')).toBe(true)
  typed.value = 'b'
  release()
  expect(await forms.mayLeave('directory')).toBe(true)
  expect(forms.touched.map(({ title }) => title())).toEqual(['Form a'])
})

test('a question that another one takes the place of is answered with no', async () => {
  heldForm('directory', 'a')
  const forms = useForms()
  const first = forms.mayLeave()
  const second = forms.mayLeave()
  expect(await first).toBe(false)
  forms.answer(true)
  expect(await second).toBe(true)
})
