import { publishPlanner } from '#features/planner/index.ts';
import { transact } from '#platform/transaction.ts';
import { basename } from 'node:path';
import type { Fault } from './fault.ts';
import { readRow, type ReadRow, unknownHeadings } from './field.ts';
import { type FileFault, UnreadableFile } from './files/raw-row.ts';
import { type FileHead, readFile } from './files/read-file.ts';
import {
  type Group,
  type ImportRun,
  type Kind,
  type KindName,
  type Mark,
  type Outcome,
  refused,
} from './import-run.ts';
import { guessKind, kindOf } from './kinds/kinds.ts';

/** The version of the formats that this Turno reads and writes. */
export const formatVersion = 1;

export type Became = Outcome['became'];

/** What became of a file's rows. Counts are of groups: appointments, planners, single rows. */
export interface FileReport {
  readonly file: string;
  readonly kind: KindName | undefined;
  readonly rows: number;
  readonly counts: Readonly<Partial<Record<Became | Mark, number>>>;
  /** headings that nothing is done with */
  readonly ignored: readonly string[];
  /** why it was not read, or no further */
  readonly fault: FileFault | undefined;
}

export interface Listener {
  onKind?(kind: KindName, headings: readonly string[]): Promise<void>;
  onRefused(rows: Group, faults: readonly Fault[]): Promise<void>;
}

/** Imports a file in batches, each in a transaction of its own: what was taken once is known again the next time. */
export async function importFile(
  run: ImportRun,
  request: { path: string; kind?: KindName | undefined } & Listener,
): Promise<FileReport> {
  const counts: Partial<Record<Became | Mark, number>> = {};
  const count = (what: Became | Mark) => (counts[what] = (counts[what] ?? 0) + 1);
  const state: { head: FileHead | undefined; kind: Kind | undefined; ignored: string[]; rows: number } = {
    head: undefined,
    kind: undefined,
    ignored: [],
    rows: 0,
  };
  const report = (fault?: FileFault): FileReport => ({
    file: basename(request.path),
    kind: state.kind?.name,
    rows: state.rows,
    counts,
    ignored: state.ignored,
    fault,
  });

  async function take(kind: Kind, groups: readonly Group[]): Promise<void> {
    for (const [group, outcome] of await takeBatch(run, kind, groups)) {
      count(outcome.became);
      if (outcome.became === 'refused') await request.onRefused(group, outcome.faults);
      else for (const mark of outcome.marks ?? []) count(mark);
    }
  }

  let batch: Group[] = [];
  try {
    const rows = readFile(request.path, (head) => (state.head = head));
    for await (const group of groupsOf(rows)) {
      batch.push(group);
      if (state.kind && batch.length >= state.kind.batch) {
        await take(state.kind, batch);
        batch = [];
      }
    }
    // A file of headings alone is of its kind too.
    const kind = await begin();
    if (batch.length > 0) await take(kind, batch);
    return report();
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    if (state.kind && batch.length > 0) await take(state.kind, batch);
    return report(error.fault);
  }

  async function begin(): Promise<Kind> {
    if (state.kind) return state.kind;
    const { head } = state;
    if (head === undefined) throw new UnreadableFile({ reason: 'empty' });
    if ((head.version ?? formatVersion) > formatVersion)
      throw new UnreadableFile({ reason: 'newer-version', version: head.version ?? 0 });
    const about = { said: head.kind, fileName: basename(request.path), headings: head.headings };
    const name = request.kind ?? guessKind(about);
    if (name === undefined) throw new UnreadableFile({ reason: 'unknown-kind' });
    const kind = await kindOf(run.db, run, name);
    const lacking = kind.fields.filter(
      ({ mandatory, name: heading, also = [] }) =>
        mandatory === true && ![heading, ...also].some((known) => head.headings.includes(known)),
    );
    if (lacking.length > 0)
      throw new UnreadableFile({ reason: 'no-columns', columns: lacking.map((field) => field.name) });
    state.ignored = unknownHeadings(kind.fields, head.headings);
    state.kind = kind;
    await request.onKind?.(name, head.headings);
    return kind;
  }

  /** Rows that belong together, as soon as the next ones do not. */
  async function* groupsOf(rows: ReturnType<typeof readFile>): AsyncGenerator<Group> {
    let [open, openKey]: [[ReadRow, ...ReadRow[]] | undefined, string] = [undefined, ''];
    const scattered = new Map<string, [ReadRow, ...ReadRow[]]>();
    for await (const raw of rows) {
      const kind = await begin();
      state.rows += 1;
      const row = readRow(kind.fields, raw);
      const key = kind.together?.(row) ?? '';
      if (kind.scattered === true) {
        const known = scattered.get(key);
        if (known) known.push(row);
        else scattered.set(key, [row]);
      } else if (kind.together && open && key === openKey) open.push(row);
      else {
        if (open) yield open;
        [open, openKey] = [[row], key];
      }
    }
    if (open) yield open;
    yield* scattered.values();
  }
}

async function takeBatch(run: ImportRun, kind: Kind, groups: readonly Group[]): Promise<Map<Group, Outcome>> {
  const outcomes = new Map<Group, Outcome>();
  for (const group of groups) {
    const faults = group.flatMap((row) => row.faults);
    if (faults.length > 0) outcomes.set(group, refused(...faults));
  }
  const good = groups.filter((group) => !outcomes.has(group));
  if (good.length === 0) return outcomes;
  const { taken } = await transact(run.db, async (tx) => {
    const all = await kind.take(tx, good);
    // A trial is taken back.
    return { ok: !run.isTrial, taken: all };
  });
  for (const [index, group] of good.entries()) outcomes.set(group, taken[index] ?? { became: 'same' });
  return outcomes;
}

/** Publishes the planners that are to be, now that their hours are there; answers how many, and how many have no hours. */
export async function publishImported(run: ImportRun): Promise<{ published: number; withoutHours: number }> {
  let [published, withoutHours] = [0, 0];
  if (run.isTrial) return { published: run.toPublish.size, withoutHours };
  for (const plannerId of [...run.toPublish].sort((a, b) => a - b)) {
    const outcome = await transact(run.db, async (tx) => {
      const planner = await tx.selectFrom('planner').select('office_id').where('id', '=', plannerId).executeTakeFirst();
      if (planner === undefined) return { ok: false as const };
      const { accountId, now } = run;
      return publishPlanner(tx, { plannerId, officeId: planner.office_id, accountId, now });
    });
    if (outcome.ok) published += 1;
    else withoutHours += 1;
  }
  run.toPublish.clear();
  return { published, withoutHours };
}
