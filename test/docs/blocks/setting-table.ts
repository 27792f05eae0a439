import { allowedText, settings } from '../../../electron/contract/models/setting.ts'
import { settingTexts } from '../../../renderer/messages/en-settings.ts'

/** A row for each setting, in the words of the page. */
export function settingTable(): string {
  const texts: Readonly<Record<string, unknown>> = settingTexts
  const rows = settings.map((setting) => {
    const usual = JSON.stringify(setting.usual)
    const name = `setting.${setting.id}`
    const meaning = `**${String(texts[name])}.** ${String(texts[`${name}.text`])}`
    return `| \`${setting.id}\` | ${meaning} | ${String(allowedText(setting))} | \`${usual}\` |`
  })
  return ['| key in the file | meaning | takes | usual |', '|---|---|---|---|', ...rows].join('\n')
}
