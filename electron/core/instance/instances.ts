import { StudioError } from '../../contract/errors.ts'
import { isJsonObject, type JsonObject, type JsonValue } from '../../contract/json.ts'
import {
  instanceId,
  newInstance,
  type InstanceChange,
  type InstanceInfo,
  type NewInstance,
} from '../../contract/models/instance.ts'
import type { InstanceEntry } from '../../contract/models/workspace.ts'
import { say } from '../../contract/words.ts'
import type { StudioPorts } from '../ports.ts'
import type { OpenWorkspace } from '../workspace/open-workspace.ts'
import { editStudioFile, readStudioFile } from '../workspace/studio-file.ts'
import { studioFilePlace } from '../workspace/layout.ts'
import { slugOf } from '../workspace/slug.ts'
import { defaultTiming, parseAddress, type Connection, type Timing } from './connection.ts'
import { Instance } from './instance.ts'
import { KeyTrials } from './key-trial.ts'
import { refuseUnpinned } from './pinned-address.ts'

type Ports = Required<Pick<StudioPorts, 'credentials' | 'pins' | 'fetch' | 'emit'>>

/** What the studio notes of an instance that nobody gives it. */
interface InstanceMark {
  readonly embedded?: true
}

/** The instances of the open workspace: entries in studio.json, keys with the host. */
export class Instances {
  readonly #open: OpenWorkspace
  readonly #ports: Ports
  readonly #timing: Timing
  /** One for each connection, so that the bound on its requests holds for all who use it. */
  readonly #connected = new Map<string, Instance>()
  readonly #trials = new KeyTrials()

  constructor(open: OpenWorkspace, ports: Ports, timing: Timing = defaultTiming) {
    this.#open = open
    this.#ports = ports
    this.#timing = timing
  }

  async list(): Promise<readonly InstanceInfo[]> {
    return Promise.all((await this.#entries()).map((entry) => this.#infoOf(entry)))
  }

  /** @throws StudioError `unknown-instance`; as reading studio.json */
  async entry(id: string): Promise<InstanceEntry> {
    const entries = await this.#entries()
    const found = entries.find((entry) => entry.id === id)
    if (found) return found
    const known = entries.map((entry) => entry.id).join(', ')
    throw new StudioError({
      code: 'unknown-instance',
      message: say`The workspace has no instance ${JSON.stringify(id.slice(0, 80))}.`,
      hint: known ? say`It has: ${known}.` : 'Add one in the settings or with lambda-studio instance add.',
    })
  }

  /**
   * The instance with its key, to be called.
   * @throws StudioError `unknown-instance`, `address-unusable`, `address-not-pinned`
   */
  async connect(id: string): Promise<Instance> {
    const entry = await this.entry(id)
    refuseUnpinned(entry, this.#ports.pins)
    return this.connectTo({
      url: parseAddress(entry.url),
      tenantId: entry.tenantId,
      key: await this.#ports.credentials.get(accountOf(entry)),
    })
  }

  /** An instance with a key that was given for it just now. */
  connectAnew(address: Pick<Connection, 'url' | 'tenantId' | 'key'>): Instance {
    if (address.key !== null) this.#trials.begin(address.url, address.key)
    return this.connectTo(address)
  }

  /** Any instance, to be called. */
  connectTo(address: Pick<Connection, 'url' | 'tenantId' | 'key'>): Instance {
    const name = JSON.stringify([address.url, address.tenantId, address.key])
    const connected =
      this.#connected.get(name) ??
      new Instance({
        ...address,
        fetch: this.#ports.fetch,
        timing: this.#timing,
        trial: this.#trials.of(address.url, address.key),
      })
    this.#connected.set(name, connected)
    return connected
  }

  /**
   * @param mark what the studio itself notes of the instance
   * @throws StudioError `duplicate-instance`, `address-unusable`, `address-not-pinned`
   */
  async add(given: NewInstance, key: string | null, mark: InstanceMark = {}): Promise<InstanceInfo> {
    const { id: wanted, ...fields } = newInstance.parse(given)
    const url = parseAddress(fields.url)
    const id = await this.#change((entries) => {
      const taken = entries.map(({ id }) => (typeof id === 'string' ? id : ''))
      const id =
        wanted ?? instanceId.parse(slugOf(fields.name, taken, 'instance').slice(0, 40).replace(/-+$/, ''))
      if (taken.includes(id)) throw instanceExists(id)
      refuseUnpinned({ id, url }, this.#ports.pins)
      return [[...entries, { id, ...fields, url, ...mark }], id]
    })
    try {
      return await this.setKey(id, key)
    } catch (thrown) {
      // What could not be added whole can be added anew.
      await this.#takeOff(id)
      throw thrown
    }
  }

  /** An instance that is sent to another address is the embedded one no more, unless `mark` says so. */
  async edit(id: string, change: InstanceChange, mark: InstanceMark = {}): Promise<InstanceInfo> {
    const before = await this.entry(id)
    const url = change.url === undefined ? before.url : parseAddress(change.url)
    const edited = ({ embedded, ...others }: JsonObject): JsonObject => ({
      ...others,
      ...defined({ ...change, url, embedded: url === before.url ? embedded : undefined }),
      ...mark,
    })
    await this.#change((entries) => [
      entries.map((entry) => (entry['id'] === id ? edited(entry) : entry)),
      null,
    ])
    // A key belongs to one address: it is not sent to another because studio.json was changed.
    if (url !== before.url) await this.#ports.credentials.remove(accountOf(before))
    this.#ports.emit('instances.changed', {})
    return this.#infoOf(await this.entry(id))
  }

  async remove(id: string): Promise<void> {
    const before = await this.entry(id)
    await this.#takeOff(id)
    await this.#ports.credentials.remove(accountOf(before))
    this.#ports.emit('instances.changed', {})
  }

  async #takeOff(id: string): Promise<void> {
    await this.#change((entries) => [entries.filter((entry) => entry['id'] !== id), null])
  }

  async setKey(id: string, key: string | null): Promise<InstanceInfo> {
    const entry = await this.entry(id)
    if (key === null) await this.#ports.credentials.remove(accountOf(entry))
    else {
      refuseUnpinned(entry, this.#ports.pins)
      await this.#ports.credentials.set(accountOf(entry), key)
      this.#trials.begin(parseAddress(entry.url), key)
    }
    this.#ports.emit('instances.changed', {})
    return this.#infoOf(entry)
  }

  /** How the key that is kept for the instance compares with this one. */
  async compareKey(id: string, key: string): Promise<'same' | 'other' | 'none'> {
    const kept = await this.#ports.credentials.get(accountOf(await this.entry(id)))
    if (kept === null) return 'none'
    return kept === key ? 'same' : 'other'
  }

  async #infoOf(entry: InstanceEntry): Promise<InstanceInfo> {
    return { ...entry, hasKey: await this.#ports.credentials.has(accountOf(entry)) }
  }

  #entries(): Promise<readonly InstanceEntry[]> {
    return Promise.resolve().then(() => readStudioFile(this.#open.get().files).instances)
  }

  /** Edits the entries as they stand in the file, so that those not meant keep every key they have. */
  #change<T>(edit: (entries: readonly JsonObject[]) => readonly [readonly JsonObject[], T]): Promise<T> {
    const workspace = this.#open.get()
    const change = async (): Promise<T> => {
      readStudioFile(workspace.files)
      const raw: unknown = JSON.parse((await workspace.files.read(['studio.json'])).replace(/^\uFEFF/, ''))
      const listed: unknown = isJsonObject(raw) ? raw['instances'] : []
      const [instances, result] = edit(Array.isArray(listed) ? listed.filter(isJsonObject) : [])
      await editStudioFile(workspace.files, { instances })
      return result
    }
    return workspace.change([], () => workspace.files.locked(studioFilePlace, change))
  }
}

/**
 * The name of an instance's key. The address is a part of it: a workspace from somebody else that says "prod" for its
 * own server does not get the key of ours.
 */
export function accountOf({ id, url }: Pick<InstanceEntry, 'id' | 'url'>): string {
  return `${id} ${url}`
}

function defined(change: Readonly<Record<string, JsonValue | undefined>>): JsonObject {
  return Object.fromEntries(
    Object.entries(change).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  )
}

function instanceExists(id: string): StudioError {
  return new StudioError({
    code: 'duplicate-instance',
    message: say`The workspace has an instance ${id} already.`,
    hint: 'Choose another id, or edit the one that is there.',
  })
}
