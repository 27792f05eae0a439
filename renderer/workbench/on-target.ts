/** For commands that act on what they are given, or else on what is worked on; without either they do nothing. */
export function onTarget(worked: () => string | null | undefined) {
  const meant = (target?: string): string | undefined => target ?? worked() ?? undefined
  return {
    meant,
    isThere: (target?: string): boolean => meant(target) !== undefined,
    on:
      (act: (id: string) => unknown) =>
      (target?: string): void => {
        const id = meant(target)
        if (id !== undefined) act(id)
      },
  }
}
