import envPaths from 'env-paths'

/** The folders of this user that the studio keeps things in, where the host has none of its own. */
export const userFolders = envPaths('lambda-studio', { suffix: '' })
