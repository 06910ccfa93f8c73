import { readFile, writeFile } from 'node:fs/promises';
import { argv } from 'node:process';
import { z } from 'zod';
import { settings } from './platform/config/env.ts';
import { shared, speechSettings } from './platform/config/transcriber-env.ts';

const path = new URL('../../../docs/settings.md', import.meta.url);

/** Writes the reference of all settings, or with `--check` only says whether it is current. */
const page = reference();
if (argv.includes('--check')) {
  const written = await readFile(path, 'utf8').catch(() => '');
  if (written !== page) {
    process.stderr.write('docs/settings.md is not current: run `npm run docs:settings`.\n');
    process.exitCode = 1;
  }
} else {
  await writeFile(path, page);
}

function reference(): string {
  const both = Object.keys(shared.shape).map((name) => `\`${name}\``);
  return [
    '# Settings',
    '',
    'Environment variables of the api, checked at the start: all that is wrong is named at once.',
    'An empty variable counts as one that is not set. This page is made by `npm run docs:settings`.',
    '',
    ...table(settings.shape),
    '',
    '## The transcriber',
    '',
    `It reads ${both.join(', ')}, and:`,
    '',
    ...table(speechSettings.shape),
    '',
  ].join('\n');
}

function table(shape: Readonly<Record<string, z.ZodType>>): readonly string[] {
  const rows = Object.entries(shape).map(([name, setting]) => row(name, setting));
  return ['| name | default | what |', '|---|---|---|', ...rows];
}

function row(name: string, setting: z.ZodType): string {
  const preset = setting.safeParse(undefined);
  const { enum: choices } = z.toJSONSchema(setting, { unrepresentable: 'any' });
  const one = choices
    ? ` One of ${choices.map((choice) => `\`${String(choice)}\``).join(', ')}.`
    : '';
  const value = preset.success ? shown(preset.data) : '**needed**';
  return `| \`${name}\` | ${value} | ${setting.description ?? ''}${one} |`;
}

function shown(preset: unknown): string {
  if (preset === undefined || preset === '') return '';
  return `\`${typeof preset === 'string' ? preset : JSON.stringify(preset)}\``;
}
