/** What a row of the table of members offers. */
export type MemberAction = 'input' | 'user' | 'remove'
