import { findReport, siteOwner } from '#features/site/index.ts';
import type { Tx } from '#platform/database.ts';
import type { Secrets } from '#platform/secrets.ts';
import type { NewMessage } from './add-messages.ts';
import type { ReportKind } from './rules.ts';

/** A report goes to the site's own address, in Italian; an answer to whoever left theirs, in the language they wrote in. */
export async function reportMessage(
  tx: Tx,
  secrets: Secrets,
  { kind, reportId }: { kind: ReportKind; reportId: number },
): Promise<NewMessage | undefined> {
  const report = await findReport(tx, secrets, reportId);
  if (report === undefined) return undefined;
  const about = { key: `${kind}:${reportId}`, kind, detail: { reportId } };
  if (kind === 'accessibility-answer') {
    return report.email === null ? undefined : { ...about, recipient: report.email, language: report.language };
  }
  const owner = await siteOwner(tx);
  const recipient = owner.accessibilityEmail ?? owner.email;
  return recipient === null ? undefined : { ...about, recipient, language: 'it' };
}
