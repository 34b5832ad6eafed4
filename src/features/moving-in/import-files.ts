import { readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { administrator } from '#features/identity/index.ts';
import type { Deps } from '#platform/deps.ts';
import type { Language } from '#platform/language.ts';
import type { Fault } from './fault.ts';
import { type Choices, type ImportRun, type KindName, kindNames } from './import-run.ts';
import { beginRun, endRun } from './keep-run.ts';
import { guessKind } from './kinds/kinds.ts';
import { refusedFile } from './refused-file.ts';
import { type FileReport, importFile, publishImported } from './run-import.ts';

export interface ImportRequest {
  /** files, and folders of an export */
  readonly paths: readonly string[];
  readonly apply: boolean;
  readonly kind?: KindName | undefined;
  readonly choices: Choices;
  /** where refused rows are written to, with the reasons */
  readonly report?: string | undefined;
  /** the administrator in whose name it is done; the first one without it */
  readonly as?: string | undefined;
  readonly language: Language;
  onFault?(fault: Fault, file: string): void;
  onFile?(report: FileReport): void;
}

export type ImportOutcome =
  | {
      readonly ok: true;
      readonly files: readonly FileReport[];
      readonly published: number;
      readonly withoutHours: number;
      /** files of refused rows */
      readonly reports: readonly string[];
    }
  | { readonly ok: false; readonly reason: 'no-administrator' };

/** Imports files in the order in which they need each other; without `apply` nothing is kept. */
export async function importFiles(deps: Deps, request: ImportRequest): Promise<ImportOutcome> {
  const accountId = await administrator(deps.db, request.as);
  if (accountId === undefined) return { ok: false, reason: 'no-administrator' };
  const run: ImportRun = {
    db: deps.db,
    secrets: deps.secrets,
    accountId,
    now: deps.clock.now(),
    choices: request.choices,
    isTrial: !request.apply,
    wouldBe: new Set(),
    plans: new Map(),
    toPublish: new Set(),
  };
  const refused = request.report === undefined ? undefined : refusedFile(request.report, request.language);
  const files: FileReport[] = [];
  const published = { published: 0, withoutHours: 0 };
  let isOpen = false;
  for (const path of await inOrder(request.paths)) {
    // People come after the offices are open: their seats are in slots that are there.
    const isOfPeople = /appoint|appunt|prenot|booking|histor|stori|event/i.test(basename(path));
    if (isOfPeople && !isOpen) {
      Object.assign(published, await publishImported(run));
      isOpen = true;
    }
    const report = await importOne(deps, run, path, request, refused);
    files.push(report);
    request.onFile?.(report);
  }
  if (run.toPublish.size > 0) Object.assign(published, await publishImported(run));
  return { ok: true, files, ...published, reports: (await refused?.close()) ?? [] };
}

async function importOne(
  deps: Deps,
  run: ImportRun,
  path: string,
  request: ImportRequest,
  refused: ReturnType<typeof refusedFile> | undefined,
): Promise<FileReport> {
  const kept: Fault[] = [];
  let id: number | undefined;
  const report = await importFile(run, {
    path,
    kind: request.kind,
    async onKind(kind, headings) {
      await refused?.begin(kind, headings);
      if (!run.isTrial) id = await beginRun(deps, { accountId: run.accountId, fileName: basename(path), kind });
    },
    async onRefused(rows, faults) {
      for (const fault of faults) {
        if (kept.length < 500) kept.push(fault);
        request.onFault?.(fault, basename(path));
      }
      await refused?.add(rows, faults);
    },
  });
  if (id !== undefined) await endRun(deps, { id, accountId: run.accountId, report, faults: kept });
  return report;
}

/** The files of folders too, each where it belongs in the order of kinds. */
async function inOrder(paths: readonly string[]): Promise<string[]> {
  const files: string[] = [];
  for (const path of paths) {
    const found = await stat(path).catch(() => undefined);
    if (found?.isDirectory() !== true) files.push(path);
    else {
      const names = (await readdir(path)).filter((name) => /\.(csv|tsv|txt|json|jsonl|ndjson)$/i.test(name));
      files.push(...names.sort().map((name) => join(path, name)));
    }
  }
  const place = (path: string) => {
    const kind = guessKind({ said: undefined, fileName: basename(path), headings: [] });
    return kind === undefined ? kindNames.length : kindNames.indexOf(kind);
  };
  return files.sort((a, b) => place(a) - place(b));
}
