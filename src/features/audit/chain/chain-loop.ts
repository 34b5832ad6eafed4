import { sql } from 'kysely';
import type { Deps } from '#platform/deps.ts';
import { type Loop, repeat } from '#platform/loop.ts';
import { type Head, headInWords } from './head.ts';
import { linkEntries } from './link-entries.ts';
import { noteHead, notedHead } from './noted-head.ts';

const most = 1_000;

/** How often the end of the chain is said in the log, which is kept elsewhere. */
const sayEvery = Temporal.Duration.from({ hours: 1 });

/** Chains the audit log a moment after what is written in it, so that those who work wait for nothing. */
export function startChain(deps: Deps): Loop {
  const { db, clock, config, log } = deps;
  let noted: Head | undefined;
  let saidAt: Temporal.Instant | undefined;
  return repeat('audit-chain', { every: 1_000, log }, async () => {
    const { rows } = await sql`SELECT FROM audit_unlinked LIMIT 1`.execute(db);
    if (rows.length === 0) return false;
    const now = clock.now();
    noted ??= await notedHead(config);
    const { linked, head } = await linkEntries(deps, { now, most, noted });
    noted = head;
    await noteHead(config, head);
    if (saidAt === undefined || Temporal.Instant.compare(saidAt.add(sayEvery), now) <= 0) {
      log.info({ head: headInWords(head) }, 'the audit log is chained up to here');
      saidAt = now;
    }
    return linked === most;
  });
}
