import { studio } from '../../studio.ts'

/** Puts what a report needs on the clipboard: what the host tells, and which browser shows the page. */
export async function copyDiagnostics(): Promise<void> {
  const text = await studio.host.diagnostics()
  await navigator.clipboard.writeText(`${text}Page: ${navigator.userAgent}\n`)
}
