import type { InstanceChange, InstanceInfo } from '../../../electron/contract/models/instance.ts'
import type { InstanceColor, Protection } from '../../../electron/contract/models/workspace.ts'

/** The fields of an instance as they stand in the dialog. */
export interface InstanceForm {
  readonly name: string
  readonly url: string
  /** Empty for none. */
  readonly tenantId: string
  readonly protection: Protection
  readonly color: InstanceColor
}

export const emptyForm: InstanceForm = {
  name: '',
  url: 'http://localhost:9011',
  tenantId: '',
  protection: 'none',
  color: 'gray',
}

export function formOf({ name, url, tenantId, protection, color }: InstanceInfo): InstanceForm {
  return { name, url, tenantId: tenantId ?? '', protection, color }
}

/** What to send for a form. */
export function changeOf(form: InstanceForm): Required<InstanceChange> {
  return { ...form, name: form.name.trim(), url: form.url.trim(), tenantId: form.tenantId || null }
}

/** Whether a form can be sent at all; what else is wrong with it the studio says. */
export function isComplete({ name, url }: InstanceForm): boolean {
  return name.trim() !== '' && url.trim() !== ''
}

/** A key belongs to one address: with another one it has to be given anew. */
export function needsKeyAnew(form: InstanceForm, before: InstanceInfo): boolean {
  return before.hasKey && form.url.trim().replace(/\/+$/, '') !== before.url.replace(/\/+$/, '')
}
