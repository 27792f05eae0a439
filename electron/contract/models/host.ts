/** What a host can do beyond what a page can: components ask for these, never for the platform. */
export interface Capabilities {
  /** Native open and save dialogs. */
  readonly nativeDialogs: boolean
  /** A vault of the operating system for API keys. */
  readonly secureVault: boolean
  /** Opens files and folders with the programs of the system. */
  readonly openPaths: boolean
}

/** The host that the page talks to. */
export interface HostInfo {
  readonly version: string
  readonly capabilities: Capabilities
}
