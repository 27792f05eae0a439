import { offerCaseCommands } from './case-commands.ts'
import { offerDirectoryCommands } from './directory/directory-commands.ts'
import { offerLambdaCommands } from './lambda-commands.ts'
import { offerPlaces } from './places.ts'
import { offerTabCommands } from './tab-commands.ts'
import { offerPaletteCommands, offerViewCommands } from './view-commands.ts'
import { offerTestCommands, offerWorkspaceCommands } from './workspace-commands.ts'

/** Offers what the user can do and where to go; each is there from the start, whether it applies now or not. */
export function offerEverything(): void {
  offerPaletteCommands()
  offerLambdaCommands()
  offerCaseCommands()
  offerTestCommands()
  offerTabCommands()
  offerViewCommands()
  offerDirectoryCommands()
  offerWorkspaceCommands()
  offerPlaces()
}
