import { studio } from '../../studio.ts'
import { t } from '../../messages/translate.ts'

/** The lambdas of a sample workspace: three types that people meet first, each with a case that passes. */
const samples = [
  { type: 'JWTPopulate', name: () => t('sample.claims') },
  { type: 'OpenIDReconcile', name: () => t('sample.link') },
  { type: 'SelfServiceRegistrationValidation', name: () => t('sample.validate') },
] as const

/** Makes a workspace with lambdas that run at once. */
export async function createSampleWorkspace(folder: string): Promise<void> {
  await studio.workspace.create(folder)
  for (const { type, name } of samples) await studio.lambdas.create({ type, name: name() })
}
