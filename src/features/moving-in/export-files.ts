import { chmod, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import { audit } from '#features/audit/index.ts';
import { administrator } from '#features/identity/index.ts';
import type { Deps } from '#platform/deps.ts';
import { transact } from '#platform/transaction.ts';
import { officesSheet, servicesSheet } from './export/office-sheets.ts';
import { operatorsSheet } from './export/operators-sheet.ts';
import { appointmentsSheet, historySheet } from './export/people-sheets.ts';
import { closuresSheet, extraOpeningsSheet, openingRulesSheet, plannersSheet } from './export/planner-sheets.ts';
import type { Sheet, Source } from './export/sheets.ts';
import { type FileFormat, writeFile } from './files/write-file.ts';
import { type KindName, kindNames } from './import-run.ts';
import { formatVersion } from './run-import.ts';

export interface ExportRequest {
  readonly folder: string;
  readonly format: FileFormat;
  /** codes; empty: all offices */
  readonly offices: readonly string[];
  /** empty: everything */
  readonly only: readonly KindName[];
  readonly as?: string | undefined;
  onFile?(file: { path: string; kind: KindName; rows: number }): void;
}

export type ExportOutcome =
  | { readonly ok: true; readonly rows: number }
  | {
      readonly ok: false;
      readonly reason: 'no-administrator' | 'unknown-office';
      readonly office?: string | undefined;
    };

/**
 * Writes everything to files of the formats that are imported, as it is at one instant: what happens meanwhile is in none
 * of them. Only their owner may read the files.
 */
export async function exportFiles(deps: Deps, request: ExportRequest): Promise<ExportOutcome> {
  const accountId = await administrator(deps.db, request.as);
  if (accountId === undefined) return { ok: false, reason: 'no-administrator' };
  await mkdir(request.folder, { recursive: true, mode: 0o700 });
  await chmod(request.folder, 0o700);
  const counts: Partial<Record<KindName, number>> = {};
  const outcome = await deps.db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (tx): Promise<ExportOutcome> => {
      const asked = request.offices.map((code) => code.toLowerCase());
      const { rows: offices } = await sql<{ id: number; code: string }>`
        SELECT id, code FROM office WHERE ${asked.length === 0} OR code = ANY (${asked}::text[])`.execute(tx);
      const unknown = asked.find((code) => !offices.some((office) => office.code === code));
      if (unknown !== undefined) return { ok: false, reason: 'unknown-office', office: unknown };
      const source: Source = {
        tx,
        secrets: deps.secrets,
        officeIds: offices.map(({ id }) => id),
        isAll: asked.length === 0,
      };
      let rows = 0;
      for (const kind of kindNames) {
        if (request.only.length > 0 && !request.only.includes(kind)) continue;
        const count = await writeSheet(await sheetOf(source, kind), request);
        counts[kind] = count;
        rows += count;
      }
      return { ok: true, rows };
    });
  if (!outcome.ok) return outcome;
  const detail = { ...counts, offices: request.offices };
  await transact(deps.db, async (tx) => {
    await audit(tx, { at: deps.clock.now(), accountId, officeId: null, action: 'export', subject: null, detail });
    return { ok: true };
  });
  return outcome;
}

async function writeSheet(sheet: Sheet, { folder, format, onFile }: ExportRequest): Promise<number> {
  const { kind, columns } = sheet;
  const path = join(folder, `${kind}.${format === 'csv' ? 'csv' : 'jsonl'}`);
  const file = await writeFile(path, { format, kind, version: formatVersion, columns });
  let count = 0;
  for await (const rows of sheet.rows()) {
    await file.write(rows);
    count += rows.length;
  }
  await file.close();
  onFile?.({ path, kind, rows: count });
  return count;
}

async function sheetOf(source: Source, kind: KindName): Promise<Sheet> {
  switch (kind) {
    case 'offices':
      return officesSheet(source);
    case 'services':
      return servicesSheet(source);
    case 'planners':
      return plannersSheet(source);
    case 'opening-rules':
      return openingRulesSheet(source);
    case 'closures':
      return closuresSheet(source);
    case 'extra-openings':
      return extraOpeningsSheet(source);
    case 'operators':
      return operatorsSheet(source);
    case 'appointments':
      return appointmentsSheet(source);
    case 'history':
      return historySheet(source);
  }
}
