import type { LambdaSummary } from '../../contract/models/lambda.ts'
import type { WorkspaceProblem } from '../../contract/models/workspace.ts'
import { said, say } from '../../contract/words.ts'
import { settingsPlace } from './layout.ts'
import { foldCase } from './slug.ts'
import { nameOf } from './workspace-files.ts'

/** What is wrong with lambdas that are right each by itself. */
export function problemsTogether(lambdas: readonly LambdaSummary[]): WorkspaceProblem[] {
  return [...sharedIds(lambdas), ...sharedSlugs(lambdas)]
}

function sharedIds(lambdas: readonly LambdaSummary[]): WorkspaceProblem[] {
  const owned = lambdas.flatMap(({ slug, ids }) =>
    Object.entries(ids).map(([instance, id]) => ({ slug, instance, id: id.toLowerCase() })),
  )
  const groups = Map.groupBy(owned, ({ instance, id }) => JSON.stringify([instance, id]))
  return [...groups.values()]
    .filter((owners) => owners.length > 1)
    .flatMap((owners) =>
      owners.map((owner) =>
        idShared(
          owner,
          owners.map(({ slug }) => slug),
        ),
      ),
    )
}

function idShared(
  { slug, instance, id }: { slug: string; instance: string; id: string },
  owners: readonly string[],
): WorkspaceProblem {
  const others = owners.filter((other) => other !== slug)
  return said<WorkspaceProblem>({
    code: 'id-shared',
    severity: 'error',
    message: say`${slug} has the id ${id} on the instance ${instance}, and so has ${others.join(', ')}.`,
    hint: 'Take the id out of the lambda.json of all but one; a copied folder keeps the ids of the original.',
    file: nameOf(settingsPlace(slug)),
    slug,
  })
}

function sharedSlugs(lambdas: readonly LambdaSummary[]): WorkspaceProblem[] {
  const groups = Map.groupBy(lambdas, ({ slug }) => foldCase(slug))
  return [...groups.values()]
    .filter((alike) => alike.length > 1)
    .flatMap((alike) => alike.map(({ slug }) => slugShared(slug, alike)))
}

function slugShared(slug: string, alike: readonly LambdaSummary[]): WorkspaceProblem {
  const others = alike.filter((other) => other.slug !== slug).map((other) => other.slug)
  return said<WorkspaceProblem>({
    code: 'slug-shared',
    severity: 'warning',
    message: say`The folders ${slug} and ${others.join(', ')} differ in case alone.`,
    hint: 'Rename one: Windows and macOS take them for the same folder, and one would be lost there.',
    file: nameOf(['lambdas', slug]),
    slug,
  })
}
