import { offerEditorCommands } from '../editor/editor-commands.ts'
import { offerCaseCommands } from './case-commands.ts'
import { offerDifferenceCommands } from './difference-commands.ts'
import { offerGroupCommands } from './directory/group-commands.ts'
import { offerMemberCommands, offerMembershipCommands } from './directory/member-commands.ts'
import { offerMemberRunCommands, offerRunRowCommands } from './directory/member-run-commands.ts'
import { offerUserCommands } from './directory/user-commands.ts'
import { offerEventCommands } from './event-commands.ts'
import { offerFailureCommands } from './failure-commands.ts'
import { offerFoundCommands } from './found-commands.ts'
import { offerHistoryCommands } from './history-commands.ts'
import { offerInputCommands } from './input-commands.ts'
import { offerInstanceCommands, offerInstanceTabCommands } from './instance-commands.ts'
import { offerLambdaCommands } from './lambda-commands.ts'
import { offerNoteCommands } from './note-commands.ts'
import { offerPlaces } from './places.ts'
import { offerPromotionCommands, offerPromotionEntryCommands } from './promotion-commands.ts'
import { offerSettingCommands } from './setting-commands.ts'
import { offerSyncCommands } from './sync-commands.ts'
import { offerSyncEntryCommands } from './sync-entry-commands.ts'
import { offerSyncJobCommands } from './sync-job-commands.ts'
import { offerTabCommands } from './tab-commands.ts'
import { offerTourCommands } from './tour-commands.ts'
import { offerUsageCommands } from './usage-commands.ts'
import { offerPaletteCommands, offerViewCommands } from './view-commands.ts'
import { offerWorkCommands } from './work-commands.ts'
import { offerTestCommands } from './test-commands.ts'
import { offerWorkspaceCommands } from './workspace-commands.ts'

/** Offers what the user can do and where to go; each is there from the start, whether it applies now or not. */
export function offerEverything(): void {
  offerPaletteCommands()
  offerLambdaCommands()
  offerCaseCommands()
  offerTestCommands()
  offerTabCommands()
  offerViewCommands()
  offerGroupCommands()
  offerMembershipCommands()
  offerMemberCommands()
  offerMemberRunCommands()
  offerRunRowCommands()
  offerUserCommands()
  offerWorkspaceCommands()
  offerInstanceTabCommands()
  offerInstanceCommands()
  offerSyncCommands()
  offerSyncEntryCommands()
  offerSyncJobCommands()
  offerPromotionCommands()
  offerPromotionEntryCommands()
  offerDifferenceCommands()
  offerEventCommands()
  offerUsageCommands()
  offerHistoryCommands()
  offerEditorCommands()
  offerSettingCommands()
  offerNoteCommands()
  offerFoundCommands()
  offerInputCommands()
  offerWorkCommands()
  offerTourCommands()
  offerFailureCommands()
  offerPlaces()
}
