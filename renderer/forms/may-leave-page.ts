import { useCloseGuard } from '../documents/close-guard.ts'
import { useForms } from './forms-store.ts'

/** Asks about all that goes with the page: forms that were filled in, then texts that are not saved. */
export async function mayLeavePage(): Promise<boolean> {
  return (await useForms().mayLeave()) && useCloseGuard().mayClose()
}
