/** The scheme under which the desktop serves the page to itself. */
export const pageScheme = 'lambda-studio'

/** The one origin from which the desktop takes calls. */
export const pageOrigin = `${pageScheme}://page`

/** Names of the channels between page and main process: one for all calls, one for all events. */
export const callChannel = 'studio:call'
export const eventChannel = 'studio:event'
