import { randomBytes } from 'node:crypto'
import { mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import { StudioError } from '../contract/errors.ts'
import { isProof, ownKey, proofOf, proofPath } from './http/proof.ts'
import { readDataFile } from './saving/read-data-file.ts'
import type { Demo, DemoKey } from './start-demo.ts'
import { firstTenantId } from './world/first-tenant.ts'

/** Beside FusionAuth's own ports, so that both may run on one machine. */
export const embeddedPort = 9511

/** Where the embedded instance serves, its global key, and the tenant to work with of the several it has. */
export interface EmbeddedAddress {
  readonly url: string
  readonly key: string
  readonly tenantId: string | null
}

/** The instance that comes with the studio. It is started when it is first asked for, and keeps its world in a file. */
export class EmbeddedDemo {
  readonly #dataFile: string
  readonly #port: number
  #started: Promise<EmbeddedAddress> | null = null
  #demo: Demo | null = null

  constructor(dataFile: string, port = embeddedPort) {
    this.#dataFile = dataFile
    this.#port = port
  }

  /** @throws StudioError as {@link startDemo}, but for a port that is in use */
  start(): Promise<EmbeddedAddress> {
    this.#started ??= this.#start().catch((thrown: unknown) => {
      this.#started = null
      throw thrown
    })
    return this.#started
  }

  /** Ends one that is still starting too. */
  async close(): Promise<void> {
    await this.#started?.catch(() => undefined)
    await this.#demo?.close()
  }

  async #start(): Promise<EmbeddedAddress> {
    await mkdir(dirname(this.#dataFile), { recursive: true })
    try {
      return await this.#serve(this.#port)
    } catch (thrown) {
      if (!(thrown instanceof StudioError) || thrown.code !== 'port-in-use') throw thrown
    }
    return (await this.#servedByAnother()) ?? this.#serve(0)
  }

  async #serve(port: number): Promise<EmbeddedAddress> {
    // A studio that works with other instances alone need not wait until this one is loaded.
    const { startDemo } = await import('./start-demo.ts')
    this.#demo = await startDemo({ port, data: this.#dataFile })
    const { url, keys, tenantId } = this.#demo
    return { url, key: globalKey(keys), tenantId }
  }

  /**
   * A second studio of the same user works with the instance of the first. Whatever else has the port, also a program
   * that speaks as FusionAuth does, is not sent the key.
   */
  async #servedByAnother(): Promise<EmbeddedAddress | null> {
    const world = await readDataFile(this.#dataFile)
    const key = world && ownKey(world)
    if (!world || key === undefined) return null
    const url = `http://127.0.0.1:${this.#port}`
    const challenge = randomBytes(32).toString('hex')
    const proof = await askProof(`${url}${proofPath}?challenge=${challenge}`)
    return isProof(proof, proofOf(key, this.#port, challenge))
      ? { url, key, tenantId: firstTenantId(world) }
      : null
  }
}

/** The first piece of what a program answers, which may have no end; empty where it answers nothing of use. */
async function askProof(address: string): Promise<string> {
  try {
    const answer = await fetch(address, { redirect: 'error', signal: AbortSignal.timeout(2000) })
    const reader = answer.body?.getReader()
    const piece = (await reader?.read()) as { readonly value?: Uint8Array } | undefined
    await reader?.cancel()
    return new TextDecoder().decode(piece?.value)
  } catch {
    return ''
  }
}

function globalKey(keys: readonly DemoKey[]): string {
  return keys.find(({ scope }) => scope === 'global')?.key ?? ''
}
