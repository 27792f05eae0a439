import fc from 'fast-check'
import { unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { LambdaWithId } from '../../../../electron/core/workspace/export/export-lambdas.ts'
import { kickstartOf } from '../../../../electron/core/workspace/export/kickstart.ts'
import { terraformOf } from '../../../../electron/core/workspace/export/terraform.ts'
import { planImport } from '../../../../electron/core/workspace/import/plan-import.ts'
import { openWorkspace, type WorkspaceStudio } from '../../../helpers/workspace-studio.ts'

const pieces = fc.constantFrom(
  '${',
  '$${',
  '%{',
  '}',
  '"',
  '\\',
  '\\n',
  '\n',
  '\r\n',
  '\t',
  'EOT',
  ' ',
  '#{',
  '@{a}',
  '&{b}',
  '\\#{',
)
const body = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.array(fc.oneof(pieces, fc.string()), { maxLength: 20 }).map((parts) => parts.join('')),
  fc.array(pieces, { maxLength: 20 }).map((parts) => `${parts.join('')}\n`),
)
const lambda: fc.Arbitrary<LambdaWithId> = fc
  .record({
    body,
    name: fc.string({ minLength: 1, unit: 'grapheme' }),
    debug: fc.boolean(),
    id: fc.option(fc.uuid()),
  })
  .map((parts) => ({
    ...parts,
    slug: 'a',
    type: 'JWTPopulate',
    engineType: 'GraalJS',
    ids: {},
    revision: '',
  }))

const partsOf = ({ name, type, engineType, debug, body: text, id }: LambdaWithId) => ({
  ...{ name, type, engineType, debug, body: text, id },
})

test('what goes out to Terraform comes back the same, whatever the body', () => {
  fc.assert(
    fc.property(lambda, (each) => {
      const { found } = planImport([{ name: 'x.tf', text: terraformOf([each]) }])
      expect(found).toEqual([{ ...partsOf(each), file: 'x.tf' }])
    }),
    { numRuns: 500 },
  )
})

test('what goes out to Kickstart comes back the same, whatever the body', () => {
  fc.assert(
    fc.property(lambda, (each) => {
      const { found } = planImport([{ name: 'x.json', text: kickstartOf([each]) }])
      expect(found).toEqual([{ ...partsOf(each), file: 'x.json' }])
    }),
    { numRuns: 500 },
  )
})

describe('a workspace', () => {
  let studio: WorkspaceStudio
  const ids = { dev: 'b1a2c3d4-0000-4000-8000-000000000001', prod: 'b1a2c3d4-0000-4000-8000-000000000002' }

  beforeAll(async () => {
    studio = await openWorkspace()
    await studio.api.lambdas.create({ type: 'JWTPopulate', name: 'Roles', ids })
  })
  afterAll(() => studio.close())

  test('goes out with the ids of the instance named, and with none where they differ', async () => {
    const urlOf = async (instance?: string): Promise<unknown> => {
      const { file } = await studio.api.workspace.exportLambdas({
        format: 'kickstart',
        ...(instance && { instance }),
      })
      return (JSON.parse(file.content) as { requests: { url: string }[] }).requests[0]?.url
    }
    expect(await urlOf('prod')).toBe(`/api/lambda/${ids.prod}`)
    expect(await urlOf()).toBe('/api/lambda')
  })

  test('goes out as an archive of its folders', async () => {
    const {
      file: { content, encoding },
    } = await studio.api.workspace.exportLambdas({ format: 'zip' })
    expect(encoding).toBe('base64')
    expect(Object.keys(unzipSync(Buffer.from(content, 'base64')))).toEqual([
      'lambdas/roles/lambda.js',
      'lambdas/roles/lambda.json',
      'lambdas/roles/cases/example.json',
    ])
  })

  test('takes lambdas in, each with an outcome of its own', async () => {
    const text = JSON.stringify({ name: 'Roles', type: 'JWTPopulate', body: 'x', id: ids.dev })
    const other = JSON.stringify({ name: 'Roles', type: 'JWTPopulate', body: 'y', id: ids.prod })
    const { found } = await studio.api.workspace.planImport([
      { name: 'a.json', text },
      { name: 'b.json', text: other },
    ])
    const lambdas = found.map((each) => ({ ...each, type: each.type ?? 'JWTPopulate' }))
    expect(await studio.api.workspace.importLambdas(lambdas, 'dev')).toMatchObject([
      { kind: 'failed', file: 'a.json', code: 'id-taken' },
      { kind: 'done', file: 'b.json', slug: 'roles-2' },
    ])
    expect(await studio.api.lambdas.read('roles-2')).toMatchObject({ body: 'y', ids: { dev: ids.prod } })
  })
})

test('lambdas whose folders have names beyond ASCII have Terraform resources of different names', async () => {
  const studio = await openWorkspace()
  const slugs = ['日本', '中国', 'lambda___']
  for (const slug of slugs) {
    await studio.put(`lambdas/${slug}/lambda.json`, { name: slug, type: 'JWTPopulate' })
    await studio.put(`lambdas/${slug}/lambda.js`, '// body\n')
  }
  const { file } = await studio.api.workspace.exportLambdas({ format: 'terraform' })
  const labels = [...file.content.matchAll(/"fusionauth_lambda" "([^"]+)"/g)].map(([, label]) => label)
  expect([labels.length, new Set(labels).size]).toEqual([3, 3])
  studio.close()
})
