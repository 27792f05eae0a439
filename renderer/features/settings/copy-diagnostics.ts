import { studio } from '../../studio.ts'
import { writeClipboard } from '../../ui/clipboard.ts'

/** Puts what a report needs on the clipboard: what the host tells, and which browser shows the page. */
export async function copyDiagnostics(): Promise<void> {
  const text = await studio.host.diagnostics()
  await writeClipboard(`${text}Page: ${navigator.userAgent}\n`)
}
