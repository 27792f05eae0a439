import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { hostPatternsPath, hostPatternsText, hostTexts } from './host-texts.ts'

const { patterns, faults } = hostTexts()

test('the list of what the host says is up to date; npm run docs makes it so', () => {
  expect(patterns).toContain('There is no lambda {0} in this workspace.')
  expect(patterns).toContain('The studio failed in a way it did not expect.')
  expect(readFileSync(hostPatternsPath, 'utf8')).toBe(hostPatternsText(patterns))
})

test('every value in what the host says has its place in a pattern', () => {
  expect([...faults]).toEqual([])
})

test('each pattern counts its values from 0', () => {
  for (const pattern of patterns) {
    const places = [...pattern.matchAll(/\{(\d+)\}/g)].map(([, at]) => Number(at))
    expect([pattern, places]).toEqual([pattern, places.map((_place, at) => at)])
  }
})
