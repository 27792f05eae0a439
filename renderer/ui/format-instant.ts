import { clock, localeTag } from '../messages/locale.ts'

const days = new Intl.DateTimeFormat(localeTag, { dateStyle: 'medium' })
const moments = new Intl.DateTimeFormat(localeTag, { dateStyle: 'medium', timeStyle: 'short', ...clock })

/** The day of an instant, in epoch milliseconds, where the user is. */
export const formatDay = (instant: number): string => days.format(instant)

/** The day and the minute of an instant, in epoch milliseconds, where the user is. */
export const formatMoment = (instant: number): string => moments.format(instant)
