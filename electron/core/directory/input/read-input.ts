import type { z } from 'zod'
import type { UserInput, userInputRequest } from '../../../contract/models/directory-user.ts'
import { describeLambdaType } from '../../catalogue/catalogue.ts'
import type { Instance } from '../../instance/instance.ts'
import { applicationOf } from '../people/application-of.ts'
import { readPerson } from '../people/read-user.ts'
import { summaryOf } from '../people/summary.ts'
import { readPersonAnswer } from '../rest/answers.ts'
import { inputOfUser } from './input-of-user.ts'

/** Makes a case input from a user of an instance. @throws StudioError `user-not-found`, `application-not-found` */
export async function readInput(
  instance: Instance,
  request: z.output<typeof userInputRequest>,
): Promise<UserInput> {
  const [{ person, groups }, application] = await Promise.all([
    readPerson(instance, request.userId),
    applicationOf(instance, request.applicationId),
  ])
  const made = inputOfUser(person, {
    type: describeLambdaType(request.type),
    application,
    groups,
    maskSeed: request.mask ? request.maskSeed : null,
  })
  const { name } = summaryOf(readPersonAnswer(made.user))
  const place = application?.name ? ` in ${application.name}` : ''
  return { name: `${name}${place}`, input: made.input, notes: made.notes.map(String) }
}
