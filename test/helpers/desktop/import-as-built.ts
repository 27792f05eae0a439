/** Node's own import: loaded by `require`, this module is not one of the test runner's, which changes what it imports. */
export const importAsBuilt = (url: string): Promise<unknown> => import(url)
