/** The most users that the studio compares the roles of at once. */
export const mostPreviewed = 10_000
