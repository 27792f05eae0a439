import { execFileSync } from 'node:child_process'
import { launcher } from './studio.ts'

/** The sandbox processes that this process has started and that are alive, oldest first. */
export function sandboxPids(entry = launcher.entry): number[] {
  const text = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' })
  return text
    .split('\n')
    .filter((line) => line.includes(entry) && Number(line.trim().split(/\s+/)[1]) === process.pid)
    .map((line) => Number(line.trim().split(/\s+/)[0]))
    .sort((a, b) => a - b)
}
