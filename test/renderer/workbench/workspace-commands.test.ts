import { flushPromises } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { beforeAll, expect, test } from 'vitest'
import { effectScope } from 'vue'
import { pageCapabilities } from '../../../electron/contract/models/host.ts'
import { AnsweringStudio } from '../answering-studio.ts'

const studio = new AnsweringStudio()
const problem = {
  code: 'body-missing',
  severity: 'error',
  message: 'No body.',
  hint: '',
  file: 'lambdas/odd',
}

beforeAll(async () => {
  Object.assign(window, { lambdaStudio: studio })
  setActivePinia(createPinia())
  const capabilities = { ...pageCapabilities, nativeDialogs: true }
  studio.answers.set('host.info', () => ({ version: '1.0.0', capabilities }))
  studio.answers.set('workspace.current', () => ({ folder: '/w', config: {} }))
  studio.answers.set('workspace.exportLambdas', () => ({
    file: { name: 'lambdas.zip', content: '', encoding: 'base64' },
    slugs: ['roles'],
    leftOut: [problem],
  }))
  const { useConnection } = await import('../../../renderer/shell/connection-store.ts')
  const { useWorkspace } = await import('../../../renderer/features/workspace/workspace-store.ts')
  const { offerWorkspaceCommands } = await import('../../../renderer/workbench/workspace-commands.ts')
  await useConnection().ask()
  await useWorkspace().load()
  effectScope().run(offerWorkspaceCommands)
})

/** Exports all lambdas to where a dialog of the system says, or nowhere; gives what is said of it. */
async function exportTo(isSaved: boolean): Promise<string | undefined> {
  const { useCommands } = await import('../../../renderer/commands/commands-store.ts')
  const { useFailures } = await import('../../../renderer/shell/failures-store.ts')
  const answers = studio.waitFor('shell.saveFile')
  expect(useCommands().run('workspace.exportZip')).toBe(true)
  await expect.poll(() => answers.length).toBe(1)
  answers[0]!(isSaved)
  await flushPromises()
  return useFailures().last?.message
}

test('what an export leaves out is said of a file that was saved, and not of one that nobody wanted', async () => {
  expect(await exportTo(false)).toBeUndefined()
  expect(await exportTo(true)).toContain('lambdas/odd')
})
