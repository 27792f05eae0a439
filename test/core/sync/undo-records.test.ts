import { appendFile, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { UndoRecords } from '../../../electron/core/sync/undo-records.ts'
import type { UndoStep } from '../../../electron/core/sync/undo-step.ts'
import { WorkspaceFiles } from '../../../electron/core/workspace/workspace-files.ts'
import { workspaceFolder } from '../../helpers/workspace-folder.ts'

const job = '0b54d2ab-4f0c-4a3f-8c5e-111111111111'

function step(name: string): UndoStep {
  return {
    did: 'write-remote',
    slug: name,
    id: '6c0ee5cc-2f2a-4d2f-a2f0-222222222222',
    name,
    before: { slug: name, entry: 'entry' },
    deleted: null,
    after: 'after',
    base: null,
    wasUnlinked: false,
  }
}

function start(): { records: UndoRecords; file: string } {
  const folder = workspaceFolder([])
  return {
    records: new UndoRecords(new WorkspaceFiles(folder)),
    file: join(folder, '.studio', 'undo', `${job}.jsonl`),
  }
}

async function namesIn(records: UndoRecords): Promise<readonly string[] | undefined> {
  return (await records.read(job))?.steps.map(({ name }) => name)
}

test('a step is on the disk when its note is answered, before the job has ended', async () => {
  const { records, file } = start()
  const journal = records.begin(job, 'dev')
  await journal.note(step('a'))
  expect(await readFile(file, 'utf8')).toContain('"name":"a"')
  await Promise.all(['b', 'c', 'd'].map((name) => journal.note(step(name))))
  expect(await namesIn(records)).toEqual(['a', 'b', 'c', 'd'])
  expect(await records.list()).toMatchObject([{ jobId: job, instance: 'dev' }])
})

test('a note that was withdrawn is no step, and a job of nothing but such leaves no file', async () => {
  const { records, file } = start()
  const journal = records.begin(job, 'dev')
  const [a, b] = await Promise.all([journal.note(step('a')), journal.note(step('b'))])
  await a.withdraw()
  expect(await namesIn(records)).toEqual(['b'])
  await b.withdraw()
  await records.tidy(job, journal)
  expect(await readdir(join(file, '..'))).toEqual([])
})

test('a record that breaks off at any byte holds every step that was whole before it', async () => {
  const { records, file } = start()
  const journal = records.begin(job, 'dev')
  for (const name of ['a', 'b', 'c']) await journal.note(step(name))
  const whole = await readFile(file)
  const ends = [...whole.toString().matchAll(/\}(?=\n|$)/g)].map(({ index }) => index + 1).slice(1)
  expect(ends).toHaveLength(3)
  for (let length = 0; length <= whole.length; length++) {
    await writeFile(file, whole.subarray(0, length))
    const expected = ['a', 'b', 'c'].slice(0, ends.filter((end) => end <= length).length)
    expect((await namesIn(records)) ?? []).toEqual(expected)
  }
})

test('a line that was broken off spoils none that comes after it', async () => {
  const { records, file } = start()
  const journal = records.begin(job, 'dev')
  await journal.note(step('a'))
  await appendFile(file, '\n{"number":7,"step":{"did":"wri')
  await journal.note(step('b'))
  expect(await namesIn(records)).toEqual(['a', 'b'])
})

test('the records of the last twenty jobs are kept', async () => {
  const { records } = start()
  for (let number = 10; number < 35; number++) {
    const jobId = `${job.slice(0, -2)}${number}`
    const journal = records.begin(jobId, 'dev')
    await journal.note(step('a'))
    await records.tidy(jobId, journal)
  }
  expect(await records.list()).toHaveLength(20)
})
