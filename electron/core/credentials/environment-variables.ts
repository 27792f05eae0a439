/** The variables of a process. */
export type Environment = Readonly<Record<string, string | undefined>>

/** The variable that says something for one instance alone, such as `FUSIONAUTH_URL_DEV`. */
export function ownVariable(name: string, instanceId: string): string {
  return `${name}_${instanceId.toUpperCase().replace(/[^A-Z0-9]/g, '_')}`
}

/** The variables that say something for an instance: its own, then the one for all. */
export function variablesFor(name: string, instanceId: string): readonly string[] {
  return [ownVariable(name, instanceId), name]
}
