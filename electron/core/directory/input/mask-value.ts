import { createHash } from 'node:crypto'

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
const email = /^([^\s@]+)@([^\s@]+)$/
const date = /^(\d{4})-\d{2}-\d{2}$/
const address = /^https?:\/\//i
const internet = /^(?:\d{1,3}\.){3}\d{1,3}$|^(?=.*:.*:)[0-9a-f:]+$/i

/**
 * What stands for a personal value: of the same kind, and for one seed always the same for the same value. The year
 * of a date stays, so that ages stay about right; a host keeps being one host for all its addresses.
 */
export function maskValue(value: string, seed: number): string {
  if (uuid.test(value)) return maskedId(value.toLowerCase(), seed)
  if (address.test(value)) return `https://masked.example/${digest(value, seed).slice(0, 12)}`
  if (internet.test(value)) return `203.0.113.${digits(value, seed, 2)}`
  const [, local, host] = email.exec(value.toLowerCase()) ?? []
  if (local !== undefined && host !== undefined) return maskedEmail(local, host, seed)
  const [, year] = date.exec(value) ?? []
  if (year !== undefined)
    return `${year}-0${1 + (number(value, seed) % 9)}-1${number(`${value}d`, seed) % 10}`
  return maskedWords(value, seed)
}

function maskedId(id: string, seed: number): string {
  const hex = digest(id, seed)
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `a${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-')
}

function maskedEmail(local: string, host: string, seed: number): string {
  const unique = digest(`${local}@${host}`, seed).slice(0, 8)
  return `${maskedWords(local, seed)}.${unique}@${word(host, seed)}.example`
}

/** Word by word, so that a whole name is masked as its parts are; digits stay digits, and marks stay. */
function maskedWords(text: string, seed: number): string {
  return text.replace(/\p{L}[\p{L}\p{M}]*|\p{N}+/gu, (part) => {
    if (/^\p{N}/u.test(part)) return digits(part, seed, part.length)
    const masked = word(part.toLowerCase(), seed)
    return part === part.toLowerCase() ? masked : masked.slice(0, 1).toUpperCase() + masked.slice(1)
  })
}

const consonants = 'bdfgklmnprstv'
const vowels = 'aeiou'

/** A word that can be spoken and is nobody's name: three syllables, of which there are 274,625. */
function word(text: string, seed: number): string {
  let rest = number(text, seed)
  const syllables = Array.from({ length: 3 }, () => {
    const syllable = `${consonants[rest % 13] ?? ''}${vowels[Math.floor(rest / 13) % 5] ?? ''}`
    rest = Math.floor(rest / 65)
    return syllable
  })
  return syllables.join('')
}

function digits(text: string, seed: number, length: number): string {
  return digest(text, seed)
    .replace(/[a-f]/g, (letter) => String(letter.charCodeAt(0) % 10))
    .padEnd(length, '7')
    .slice(0, length)
}

function number(text: string, seed: number): number {
  return Number.parseInt(digest(text, seed).slice(0, 12), 16)
}

function digest(text: string, seed: number): string {
  return createHash('sha256').update(`${seed} ${text}`).digest('hex')
}
