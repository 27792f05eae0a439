/** What a host can do beyond what a page can: components ask for these, never for the platform. */
export interface Capabilities {
  /** Dialogs of the system in which a folder is chosen and a file saved. */
  readonly nativeDialogs: boolean
  /** A vault of the operating system for API keys. */
  readonly secureVault: boolean
  /** Opens files and folders with the programs of the system. */
  readonly openPaths: boolean
  /** A menu of the system, which the page fills with its commands. */
  readonly nativeMenu: boolean
  /** Each workspace has a window of its own, and the page is asked before its window closes. */
  readonly manyWindows: boolean
  /** Looks for newer versions of itself and installs them. */
  readonly updates: boolean
  /** Enlarges the whole window when the page asks for it; a browser does so by keys of its own. */
  readonly zoom: boolean
}

/** What a page in a browser can do by itself: none of these. */
export const pageCapabilities: Capabilities = {
  nativeDialogs: false,
  secureVault: false,
  openPaths: false,
  nativeMenu: false,
  manyWindows: false,
  updates: false,
  zoom: false,
}

/** The host that the page talks to. */
export interface HostInfo {
  readonly version: string
  readonly capabilities: Capabilities
}
