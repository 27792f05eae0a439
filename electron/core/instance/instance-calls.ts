import { z } from 'zod'
import type { StudioApi } from '../../contract/api.ts'
import { checked, type CheckedApi } from '../../contract/checked.ts'
import {
  apiKey,
  instanceAddress,
  instanceChange,
  lambdaCriteria,
  newInstance,
  type LambdaCriteria,
  type ProbeReport,
  type RemoteLambdaSummary,
} from '../../contract/models/instance.ts'
import { agreeToKeysInFile } from '../credentials/keys-in-file.ts'
import type { SettingsStore } from '../ports.ts'
import { parseAddress } from './connection.ts'
import type { Instances } from './instances.ts'
import { findLambdas } from './find-lambdas.ts'
import { probeInstance } from './probe.ts'

type Calls = Pick<CheckedApi<StudioApi>, 'instances'>

/** The calls that keep instances and look at them. */
export function instanceCalls(instances: Instances, settings: SettingsStore): Calls {
  const id = z.string().min(1)
  const key = apiKey.nullable()
  return {
    instances: {
      list: checked([], () => instances.list()),
      add: checked([newInstance, key], (instance, newKey) => instances.add(instance, newKey)),
      edit: checked([id, instanceChange], (name, change) => instances.edit(name, change)),
      remove: checked([id], (name) => instances.remove(name)),
      setKey: checked([id, key], (name, newKey) => instances.setKey(name, newKey)),
      agreeToKeysInFile: checked([z.boolean()], (agreed) => agreeToKeysInFile(settings, agreed)),
      probe: checked([id], (name) => probe(instances, name)),
      probeAddress: checked([instanceAddress, key], (address, newKey) =>
        probeAddress(instances, instanceAddress.parse(address), newKey),
      ),
      findLambdas: checked([id, lambdaCriteria], (name, criteria) => find(instances, name, criteria)),
    },
  }
}

/** A read-only instance is not asked for writes, not even for such as cannot do anything. */
async function probe(instances: Instances, id: string): Promise<ProbeReport> {
  const { protection } = await instances.entry(id)
  return probeInstance(await instances.connect(id), { writes: protection !== 'read-only' })
}

function probeAddress(
  instances: Instances,
  { url, tenantId }: z.output<typeof instanceAddress>,
  key: string | null,
): Promise<ProbeReport> {
  return probeInstance(instances.connectAnew({ url: parseAddress(url), tenantId, key }), { writes: true })
}

async function find(
  instances: Instances,
  id: string,
  criteria: LambdaCriteria,
): Promise<readonly RemoteLambdaSummary[]> {
  const found = await findLambdas(await instances.connect(id), criteria)
  return found.map((lambda) => ({ id: lambda.id, name: lambda.state.name, type: lambda.state.type }))
}
