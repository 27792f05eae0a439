import { expect, test } from 'vitest'
import { outsideArchive } from '../../../electron/core/runs/sandbox-launcher.ts'

test.each([
  [
    '/opt/studio/resources/app.asar/out/main/sandbox.js',
    '/opt/studio/resources/app.asar.unpacked/out/main/sandbox.js',
  ],
  ['C:\\studio\\resources\\app.asar\\package.json', 'C:\\studio\\resources\\app.asar.unpacked\\package.json'],
  [
    '/opt/studio/resources/app.asar.unpacked/package.json',
    '/opt/studio/resources/app.asar.unpacked/package.json',
  ],
  ['/home/someone/studio/out/main/sandbox.js', '/home/someone/studio/out/main/sandbox.js'],
])('%s is read at %s', (path, place) => {
  expect(outsideArchive(path)).toBe(place)
})
