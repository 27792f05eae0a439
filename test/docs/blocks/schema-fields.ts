import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { z } from 'zod'

const models = join(import.meta.dirname, '..', '..', '..', 'electron', 'contract', 'models')

/** The parts of a JSON Schema that a table of fields tells. */
interface FieldSchema {
  readonly type?: string | string[]
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly format?: string
  readonly items?: FieldSchema
  readonly anyOf?: readonly FieldSchema[]
  readonly $ref?: string
  readonly properties?: Readonly<Record<string, FieldSchema>>
}

/**
 * A table of the fields of one zod object: form and default from the schema itself, the meaning from the comment above
 * each field in the file that declares it.
 */
export function fieldTable(file: string, name: string, schema: z.ZodObject): string {
  const { properties = {} } = z.toJSONSchema(schema, {
    io: 'input',
    target: 'draft-7',
    unrepresentable: 'any',
    reused: 'inline',
  }) as FieldSchema
  const meanings = meaningsOf(file, name)
  const rows = Object.entries(properties).map(([field, form]) => {
    const without = (schema.shape[field] as z.ZodType).safeParse(undefined)
    return `| \`${field}\` | ${formText(form)} | ${defaultText(without)} | ${meanings.get(field) ?? ''} |`
  })
  return ['| field | form | left out | meaning |', '|---|---|---|---|', ...rows].join('\n')
}

/** What stands in for a field that is left out. */
function defaultText({ success, data }: z.ZodSafeParseResult<unknown>): string {
  if (!success) return 'required'
  return data === undefined ? '' : `\`${JSON.stringify(data)}\``
}

function formText(form: FieldSchema): string {
  if (form.const !== undefined) return `\`${JSON.stringify(form.const)}\``
  if (form.enum) return form.enum.map((value) => `\`${JSON.stringify(value)}\``).join(', ')
  if (form.anyOf) return form.anyOf.map(formText).join(' or ')
  if (Array.isArray(form.type)) return form.type.map((type) => formText({ ...form, type })).join(' or ')
  if (form.type === 'array') return form.items ? `list of ${formText(form.items)}` : 'list'
  if (form.type === 'string' && form.format) return formats[form.format] ?? 'text'
  return types[String(form.type)] ?? 'any JSON value'
}

const formats: Readonly<Record<string, string>> = { 'date-time': 'instant (ISO 8601)', uuid: 'UUID' }
const types: Readonly<Record<string, string>> = {
  string: 'text',
  integer: 'whole number',
  number: 'number',
  boolean: 'true or false',
  object: 'object',
  null: 'null',
}

/** The comments above the fields of the object that a constant of the file is made from. */
function meaningsOf(file: string, name: string): ReadonlyMap<string, string> {
  const path = join(models, file)
  const source = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true)
  const meanings = new Map<string, string>()
  ts.forEachChild(source, (statement) => {
    if (!ts.isVariableStatement(statement)) return
    for (const { name: declared, initializer } of statement.declarationList.declarations) {
      if (declared.getText() !== name || !initializer) continue
      for (const field of fieldsOf(initializer)) meanings.set(field.name.getText(), commentOf(field))
    }
  })
  return meanings
}

function fieldsOf(call: ts.Expression): readonly ts.PropertyAssignment[] {
  const object = ts.isCallExpression(call) ? call.arguments[0] : undefined
  if (!object || !ts.isObjectLiteralExpression(object)) return []
  return object.properties.filter((property) => ts.isPropertyAssignment(property))
}

function commentOf(field: ts.PropertyAssignment): string {
  const [comment] = ts.getJSDocCommentsAndTags(field)
  const text = comment ? ts.getTextOfJSDocComment(comment.comment) : undefined
  return (text ?? '').replaceAll(/\s+/g, ' ').replaceAll('|', '\\|')
}
