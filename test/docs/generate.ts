import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { lambdaTypes } from '../../electron/core/catalogue/catalogue.ts'
import { documentsWithBlocks, root } from './blocks/blocks.ts'
import { hostPatternsPath, hostPatternsText, hostTexts } from './host-texts.ts'
import { inputSchemasPath, inputSchemasText } from './input-schemas.ts'

writeFileSync(inputSchemasPath, await inputSchemasText(lambdaTypes))

// Reads the schemas that were just written.
const { pagesFolder, pageTexts } = await import('./pages.ts')
rmSync(pagesFolder, { recursive: true, force: true })
mkdirSync(pagesFolder, { recursive: true })
for (const [name, text] of Object.entries(await pageTexts(lambdaTypes)))
  writeFileSync(join(pagesFolder, name), text)

for (const [path, text] of await documentsWithBlocks()) writeFileSync(join(root, path), text)

writeFileSync(hostPatternsPath, hostPatternsText(hostTexts().patterns))
