import { Command, Option } from 'commander'
import colors from 'picocolors'
import { StudioError } from '../../contract/errors.ts'
import type { ExportedFile, ExportRequest } from '../../contract/models/exchange.ts'
import { writeAtomically } from '../../core/workspace/atomic-write.ts'
import { fileFailure } from '../../core/workspace/file-failure.ts'
import type { CommandContext } from '../context.ts'
import { exitCode } from '../exit-code.ts'
import { chooseInstance } from '../instance-option.ts'
import { withWorkspace, type WorkspaceOption } from '../workspace-option.ts'

interface ExportOptions extends WorkspaceOption {
  readonly format: ExportRequest['format']
  readonly out?: string
  readonly instance?: string
}

/** `export`: lambdas as one file for other programs. */
export function exportCommand(context: CommandContext): Command {
  const format = new Option('--format <format>', 'what to make of them')
    .choices(['kickstart', 'terraform', 'zip'])
    .makeOptionMandatory()
  return withWorkspace(
    new Command('export')
      .description(
        'Write lambdas as Kickstart requests, Terraform resources, or one archive of their folders.',
      )
      .argument('[slugs...]', 'only these lambdas')
      .addOption(format)
      .option('--out <file>', 'where to write it; text goes to standard output where left out')
      .option('--instance <id>', 'the instance whose ids go with them'),
  ).action((slugs: string[], options: ExportOptions) => exportFile(context, slugs, options))
}

async function exportFile(
  { output, process, ...context }: CommandContext,
  slugs: readonly string[],
  options: ExportOptions,
): Promise<void> {
  const { format, out, instance } = options
  if (format === 'zip' && out === undefined && !output.json) throw outMissing
  const studio = await context.workspace(options.workspace)
  const {
    file,
    slugs: exported,
    leftOut,
  } = await studio.workspace.exportLambdas({
    format,
    ...(slugs.length > 0 && { slugs: [...slugs] }),
    ...(instance !== undefined && { instance: chooseInstance(await studio.instances.list(), instance).id }),
  })
  if (out !== undefined) {
    const bytes = await write(out, file)
    const count = exported.length === 1 ? '1 lambda' : `${exported.length} lambdas`
    output.result({ file: out, bytes, slugs: exported, leftOut }, () => `Wrote ${count} to ${out}.`)
  } else if (output.json) output.result({ ...file, slugs: exported, leftOut }, () => '')
  else process.stdout.write(file.content)
  for (const { file: broken, message, hint } of leftOut) {
    output.tell(`${colors.yellow('left out')} ${broken}: ${message}\n    ${colors.dim(hint)}`)
  }
  if (leftOut.length > 0) context.end(exitCode.usage)
}

/** Gives how many bytes there are. @throws StudioError as {@link fileFailure} */
async function write(path: string, { encoding, content }: ExportedFile): Promise<number> {
  const bytes = Buffer.from(content, encoding)
  await writeAtomically(path, bytes).catch((thrown: unknown) => {
    throw fileFailure(thrown, 'written', path)
  })
  return bytes.length
}

const outMissing = new StudioError({
  code: 'wrong-usage',
  message: 'An archive is no text to print.',
  hint: 'Name a file with --out, such as --out lambdas.zip.',
})
