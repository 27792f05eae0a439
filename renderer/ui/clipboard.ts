import { StudioError } from '../../electron/contract/errors.ts'
import { t } from '../messages/translate.ts'

/** Puts a text on the clipboard. @throws StudioError `clipboard-denied` where the browser keeps it to itself. */
export async function writeClipboard(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text)
  } catch (cause) {
    const failure = { code: 'clipboard-denied', message: t('copy.denied'), hint: t('copy.deniedHint') }
    throw new StudioError(failure, { cause })
  }
}
