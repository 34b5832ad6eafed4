import type { Deps } from '#platform/deps.ts';
import { transact } from '#platform/transaction.ts';
import { readMark, readReturnAddress } from './message-mark.ts';
import { readReport, type Report } from './read-report.ts';
import { recordOutcome } from './record-outcome.ts';

/** `unknown`: no message of ours; `ignored`: it says nothing final, or what we know. */
export type Received = 'bounced' | 'delivered' | 'ignored' | 'unknown';

type Needs = Pick<Deps, 'db' | 'secrets' | 'clock' | 'log' | 'config'>;

/** Largest e-mail that is looked at: a report holds our e-mail once more, and some words. */
export const largestReport = 256 * 1024;

/**
 * Takes an e-mail that came to the return address, from wherever. `recipients` are those of the envelope, where they are
 * known. Nothing of its text is kept. @throws only when the database does: it is then to be tried again
 */
export async function receiveReport(
  deps: Needs,
  mail: { raw: Uint8Array; recipients: readonly string[] },
): Promise<Received> {
  const report = await readReport(mail.raw.subarray(0, largestReport)).catch(() => undefined);
  const messageId = report && messageOf(deps, mail.recipients, report);
  if (report === undefined || messageId === undefined) {
    deps.log.info('an e-mail came to the return address that speaks of no message of ours');
    return 'unknown';
  }
  const { verdict, code } = report;
  if (verdict === 'none') return 'ignored';
  const now = deps.clock.now();
  const { isNew } = await transact(deps.db, async (tx) => ({
    ok: true as const,
    isNew: await recordOutcome(tx, { messageId, outcome: verdict, code, now }),
  }));
  if (!isNew) return 'ignored';
  deps.log.info({ message: messageId, outcome: verdict, code }, 'a report about an e-mail came');
  return verdict;
}

/** The envelope's address is the surest; then what the report itself carries. Every way asks for our own mark. */
function messageOf(deps: Needs, recipients: readonly string[], report: Report): string | undefined {
  const { bounceAddress } = deps.config;
  if (bounceAddress !== undefined) {
    for (const address of [...recipients, ...report.recipients]) {
      const messageId = readReturnAddress(deps.secrets, bounceAddress, address);
      if (messageId !== undefined) return messageId;
    }
  }
  for (const mark of report.marks) {
    const messageId = readMark(deps.secrets, mark);
    if (messageId !== undefined) return messageId;
  }
  return undefined;
}
