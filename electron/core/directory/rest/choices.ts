import type { z } from 'zod'
import type { DirectoryApplication, DirectoryChoices } from '../../../contract/models/directory-group.ts'
import { isStatus } from '../../instance/instance-error.ts'
import type { Instance, OfficialCall } from '../../instance/instance.ts'
import { applicationsAnswer, tenantsAnswer } from './answers.ts'

/** Applications with their roles; null where the key may not read them. */
export async function retrieveApplications(
  instance: Instance,
): Promise<readonly DirectoryApplication[] | null> {
  const answer = await permitted(instance, applicationsAnswer, (client) => client.retrieveApplications())
  return answer && answer.applications
}

/** Tenants and applications, as far as the key may read them. */
export async function retrieveChoices(instance: Instance): Promise<DirectoryChoices> {
  const [tenants, applications] = await Promise.all([
    permitted(instance, tenantsAnswer, (client) => client.retrieveTenants()),
    retrieveApplications(instance),
  ])
  return { tenants: tenants && tenants.tenants, applications }
}

/** The answer, or null where the key lacks the permission: these are for names and choices alone. */
async function permitted<T>(instance: Instance, shape: z.ZodType<T>, make: OfficialCall): Promise<T | null> {
  try {
    return await instance.call(shape, make)
  } catch (thrown) {
    if (isStatus(thrown, 401)) return null
    throw thrown
  }
}
