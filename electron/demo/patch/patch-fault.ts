/** Why a patch cannot be applied. */
export class PatchFault extends Error {
  override readonly name = 'PatchFault'
}
