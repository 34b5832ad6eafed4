import { createHash } from 'node:crypto';
import { globSync, readdirSync, readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import type { z } from 'zod';
import { projectPath } from '#platform/root.ts';

/** To be raised when the import writes something else from the same files. */
const importVersion = '2';

/** The rows of a file in `data/`, checked against their shape. */
export function readRows<Row>(file: string, shape: z.ZodType<Row>): Row[] {
  const rows: unknown[] = parse(readFileSync(projectPath('data', file)), { columns: true });
  return rows.map((row, index) => parseRow(shape, row, `${file}, row ${index + 2}`));
}

/** Every JSON document of a folder in `data/`. */
export function readDocuments<Document>(folder: string, shape: z.ZodType<Document>): Document[] {
  return jsonFiles(folder).map((file) =>
    parseRow(shape, JSON.parse(readFileSync(projectPath('data', folder, file), 'utf8')), `${folder}/${file}`),
  );
}

/** Changes when any imported file changes. */
export function dataHash(): string {
  const hash = createHash('sha256').update(importVersion);
  const files = [
    ...readdirSync(projectPath('data')).filter((name) => name.endsWith('.csv')),
    ...jsonFiles('services').map((name) => `services/${name}`),
  ];
  for (const file of files.sort()) hash.update(`\0${file}\0`).update(readFileSync(projectPath('data', file)));
  for (const file of globSync('*/services/*.json', { cwd: projectPath('languages') }).sort())
    hash.update(`\0${file}\0`).update(readFileSync(projectPath('languages', file)));
  return hash.digest('hex');
}

function jsonFiles(folder: string): string[] {
  return readdirSync(projectPath('data', folder))
    .filter((name) => name.endsWith('.json'))
    .sort();
}

function parseRow<Row>(shape: z.ZodType<Row>, row: unknown, place: string): Row {
  const parsed = shape.safeParse(row);
  if (!parsed.success)
    throw new Error(
      `data/${place}: ${parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`).join('; ')}`,
    );
  return parsed.data;
}
