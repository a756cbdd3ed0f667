/**
 * `motcua demo`: one real procedure from the counter to the archive, with invented people and a moved clock.
 *
 * @module
 */
import type { CliIo, Command } from './command.ts'
import { playStory } from './demo/story.ts'
import { writeTimeline } from './demo/telling.ts'
import { readArguments } from './read-arguments.ts'

const usage = {
  vi: 'Cách dùng: motcua demo [--out THƯ_MỤC] [--json] [--lang vi|en]\n\n  --out    nơi ghi các tệp, mặc định là out\n  --json   in diễn biến dạng JSON\n',
  en: 'Usage: motcua demo [--out FOLDER] [--json] [--lang vi|en]\n\n  --out    where files are written, out unless given\n  --json   prints the course of events as JSON\n',
}

const opens = {
  vi: 'Đã ghi vào {folder}: form01.pdf, form02.pdf, result-signed.pdf, timeline.json, process.mmd\nHãy mở {folder}/form01.pdf và {folder}/result-signed.pdf.\n',
  en: 'Written to {folder}: form01.pdf, form02.pdf, result-signed.pdf, timeline.json, process.mmd\nOpen {folder}/form01.pdf and {folder}/result-signed.pdf.\n',
}

/** Runs the demonstration. */
async function run(args: readonly string[], io: CliIo): Promise<number> {
  const read = readArguments(
    args,
    { usage, options: { out: { type: 'string' }, json: { type: 'boolean' } } },
    io,
  )
  if (read.kind === 'done') return read.exitCode
  const { values, language } = read
  const folder = values.out ?? 'out'
  const { acts, files, events } = await playStory((length) => crypto.getRandomValues(new Uint8Array(length)))
  for (const [name, bytes] of files) io.writeFile(`${folder}/${name}`, bytes)
  if (values.json === true) io.out(`${JSON.stringify({ acts, events }, null, 2)}\n`)
  else io.out(writeTimeline(acts, { language, isTerminal: io.isTerminal }))
  io.err(`\n${opens[language].replaceAll('{folder}', folder)}`)
  return 0
}

/** The command as the table of commands loads it. */
export const command: Command = {
  name: 'demo',
  summary: {
    vi: 'Chạy trọn một hồ sơ thật từ quầy tiếp nhận đến lưu trữ',
    en: 'Plays one real dossier from the counter to the archive',
  },
  run,
}
