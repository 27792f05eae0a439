import type { Member } from './models.ts'

/** Memberships, found by their id, by group and by user without a scan. */
export class Members {
  readonly #byId = new Map<string, Member>()
  readonly #byGroup = new Map<string, Map<string, Member>>()
  readonly #byUser = new Map<string, Member[]>()
  readonly #onChange: () => void
  /** Moves with every change; what is sorted once may be used until then. */
  revision = 0

  constructor(onChange: () => void) {
    this.#onChange = onChange
  }

  get size(): number {
    return this.#byId.size
  }

  get(id: string): Member | undefined {
    return this.#byId.get(id)
  }

  find(groupId: string, userId: string): Member | undefined {
    return this.#byGroup.get(groupId)?.get(userId)
  }

  values(): MapIterator<Member> {
    return this.#byId.values()
  }

  ofGroup(groupId: string): Iterable<Member> {
    return this.#byGroup.get(groupId)?.values() ?? []
  }

  countOfGroup(groupId: string): number {
    return this.#byGroup.get(groupId)?.size ?? 0
  }

  ofUser(userId: string): readonly Member[] {
    return this.#byUser.get(userId) ?? []
  }

  /** Adds a membership, or replaces the one that has the same id. */
  put(member: Member): Member {
    this.#byId.set(member.id, member)
    this.#groupIndex(member.groupId).set(member.userId, member)
    const others = this.ofUser(member.userId).filter(({ id }) => id !== member.id)
    this.#byUser.set(member.userId, [...others, member])
    this.#touch()
    return member
  }

  delete(id: string): boolean {
    const member = this.#byId.get(id)
    if (!member) return false
    this.#byId.delete(id)
    this.#byGroup.get(member.groupId)?.delete(member.userId)
    this.#forgetOfUser(member)
    this.#touch()
    return true
  }

  deleteOfGroup(groupId: string): void {
    for (const { id } of [...this.ofGroup(groupId)]) this.delete(id)
    this.#byGroup.delete(groupId)
  }

  deleteOfUser(userId: string): void {
    for (const { id } of this.ofUser(userId)) this.delete(id)
  }

  #groupIndex(groupId: string): Map<string, Member> {
    const known = this.#byGroup.get(groupId)
    if (known) return known
    const made = new Map<string, Member>()
    this.#byGroup.set(groupId, made)
    return made
  }

  #forgetOfUser(member: Member): void {
    const others = this.ofUser(member.userId).filter(({ id }) => id !== member.id)
    if (others.length === 0) this.#byUser.delete(member.userId)
    else this.#byUser.set(member.userId, others)
  }

  #touch(): void {
    this.revision += 1
    this.#onChange()
  }
}
