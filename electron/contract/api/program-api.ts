import type { ExportedFile } from '../models/exchange.ts'
import type { HostInfo } from '../models/host.ts'
import type { SettingId, SettingsState, SomeSettingValue } from '../models/setting.ts'
import type { Arrival, MenuSection, WorkspacePlace } from '../models/shell.ts'
import type { ShellWords } from '../models/shell-words.ts'

/** The program itself: the host, the settings and the window. */
export interface ProgramApi {
  readonly host: {
    /** What this host is and can do. */
    info(): Promise<HostInfo>
    /** Versions, platform, settings that differ and failures by code, to copy into a report; no secrets, no names. */
    diagnostics(): Promise<string>
    /** The folder of the log; null where none is kept. */
    logFolder(): Promise<string | null>
    /** Opens the folder of the log, where the host has `openPaths`. */
    openLogFolder(): Promise<void>
  }
  readonly settings: {
    /** The user's settings, with what is wrong in their file. */
    read(): Promise<SettingsState>
    /** Changes one; a value that it does not take is refused. */
    change(id: SettingId, value: SomeSettingValue): Promise<SettingsState>
    /** Puts one back to the usual, or all of them. */
    reset(id: SettingId | null): Promise<SettingsState>
    /** Opens the settings file in an editor, where the host has `openPaths`. */
    openFile(): Promise<void>
  }
  /** What the program around the page does for it. Fails with `not-offered` where the host lacks the capability named. */
  readonly shell: {
    /** Has the user choose a folder; null where they chose none. Needs `nativeDialogs`. */
    chooseFolder(): Promise<string | null>
    /** Has the user choose where the file goes, and writes it there; false where they chose no place. Needs `nativeDialogs`. */
    saveFile(file: ExportedFile): Promise<boolean>
    /** Where a workspace is to be opened; brings the window that has it to the front. Always `here` without `manyWindows`. */
    placeWorkspace(folder: string): Promise<WorkspacePlace>
    /** Shows a window with the choice of a workspace. Needs `manyWindows`. */
    openWindow(): Promise<void>
    /** Fills the menu of the system with the page's commands. Needs `nativeMenu`. */
    showMenu(sections: readonly MenuSection[]): Promise<void>
    /** Has the dialogs and menus of the system speak the language of the page. Needs `nativeMenu`. */
    speak(words: ShellWords): Promise<void>
    /** Marks the window as one with unsaved text, or no longer. Needs `manyWindows`. */
    markUnsaved(unsaved: boolean): Promise<void>
    /** Answers `shell.closing`: whether the window may close now. Needs `manyWindows`. */
    answerClosing(mayClose: boolean): Promise<void>
    /** Puts a file into the open workspace's folder that opens it when it is opened itself; gives its name. Needs `manyWindows`. */
    addOpener(): Promise<string>
    /** What came to this window from outside since it was last asked; nothing on a host to which nothing comes. */
    takeArrivals(): Promise<readonly Arrival[]>
    /** Looks for a newer version, and asks the user what to do with it. Needs `updates`. */
    checkForUpdate(): Promise<void>
    /** Shows the page so many percent as large as usual; 50 to 200. Needs `zoom`. */
    zoom(percent: number): Promise<void>
  }
}
