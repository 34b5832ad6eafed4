import { audit } from '#features/audit/index.ts';
import type { Deps } from '#platform/deps.ts';
import { transact } from '#platform/transaction.ts';
import type { Fault } from './fault.ts';
import type { KindName } from './import-run.ts';
import type { FileReport } from './run-import.ts';
import './tables.ts';

/** Writes down that an import has begun: one that is cut short leaves a trace too. */
export async function beginRun(
  deps: Deps,
  request: { accountId: number; fileName: string; kind: KindName },
): Promise<number> {
  const { accountId, fileName, kind } = request;
  const begun = { account_id: accountId, file_name: fileName, kind, started_at: deps.clock.now(), finished_at: null };
  const { id } = await deps.db.insertInto('import_run').values(begun).returning('id').executeTakeFirstOrThrow();
  return id;
}

/** And how it ended: counts, and the first refused rows without their values. */
export async function endRun(
  deps: Deps,
  request: { id: number; accountId: number; report: FileReport; faults: readonly Fault[] },
): Promise<void> {
  const { id, accountId, report, faults } = request;
  const at = deps.clock.now();
  await transact(deps.db, async (tx) => {
    await tx
      .updateTable('import_run')
      .set({
        finished_at: at,
        counts: JSON.stringify({ ...report.counts, rows: report.rows }),
        refused: JSON.stringify(faults.map(({ line, column, reason }) => ({ line, column, reason }))),
      })
      .where('id', '=', id)
      .execute();
    const detail = { kind: report.kind, rows: report.rows, ...report.counts };
    await audit(tx, { at, accountId, officeId: null, action: 'import', subject: `import:${id}`, detail });
    return { ok: true };
  });
}
