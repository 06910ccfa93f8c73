import { readFile, writeFile } from 'node:fs/promises';
import { argv } from 'node:process';
import { printSchema } from 'graphql';
import { apiSchema } from './app.ts';

const path = new URL('../../../schema/schema.graphql', import.meta.url);

/** Writes the schema, or with `--check` only says whether the written one is current. */
const printed = `${printSchema(apiSchema())}\n`;
if (argv.includes('--check')) {
  const written = await readFile(path, 'utf8').catch(() => '');
  if (written !== printed) {
    process.stderr.write('schema/schema.graphql is not current: run `npm run schema`.\n');
    process.exitCode = 1;
  }
} else {
  await writeFile(path, printed);
}
