/** How many sandbox processes may be at work on a machine: where it has more than two cores, one is left to the studio. */
export function processesAtWork(cores: number): number {
  return Math.min(4, cores <= 2 ? cores : cores - 1)
}
