import { describe, expect, test } from 'vitest'
import { pageCapabilities } from '../../../electron/contract/models/host.ts'
import { englishShellWords } from '../../../electron/contract/models/shell-words.ts'
import { shellCalls } from '../../../electron/core/shell/shell-calls.ts'

const file = { fileName: 'a.zip', mediaType: 'application/zip', encoding: 'base64' as const, content: '' }

describe('a host without a program around the page', () => {
  const shell = shellCalls()

  test.each([
    ['nativeDialogs', () => shell.chooseFolder()],
    ['nativeDialogs', () => shell.saveFile(file)],
    ['manyWindows', () => shell.openWindow()],
    ['nativeMenu', () => shell.showMenu([])],
    ['nativeMenu', () => shell.speak(englishShellWords)],
    ['manyWindows', () => shell.markUnsaved(true)],
    ['manyWindows', () => shell.answerClosing(true)],
    ['manyWindows', () => shell.addOpener()],
    ['updates', () => shell.checkForUpdate()],
    ['zoom', () => shell.zoom(110)],
  ])('refuses what needs %s, and says what is missing and what to do instead', async (capability, call) => {
    expect(Object.keys(pageCapabilities)).toContain(capability)
    const refused = await call().catch((thrown: unknown) => thrown)
    expect(refused).toMatchObject({
      code: 'not-offered',
      message: expect.stringContaining(`(capability ${capability})`) as string,
      hint: expect.stringMatching(/\w+ \w+.*\.$/) as string,
    })
  })

  test('opens every workspace in the page that asks', async () => {
    expect(await shell.placeWorkspace('/somewhere')).toBe('here')
  })

  test('has nothing that came from outside', async () => {
    expect(await shell.takeArrivals()).toEqual([])
  })
})
