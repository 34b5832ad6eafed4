import { audit } from '#features/audit/index.ts';
import {
  answerClearance,
  type AnswerRefusal,
  markClearanceRead,
  type MunicipalAnswer,
} from '#features/booking/index.ts';
import type { Tx } from '#platform/database.ts';
import type { Secrets } from '#platform/secrets.ts';
import type { Outcome } from '#platform/transaction.ts';

/** What an office answers to another one that asked for its municipality's consent, or told it something. */
export type InboxAnswer = MunicipalAnswer | { readonly answer: 'read'; readonly protocol: string | null };

/** Answers for the municipality, and writes down who did. The caller has checked the office and the task. */
export async function answerRequest(
  tx: Tx,
  secrets: Secrets,
  request: {
    clearanceId: string;
    office: { id: number };
    operatorId: number;
    answer: InboxAnswer;
    now: Temporal.Instant;
  },
): Promise<Outcome<object, AnswerRefusal>> {
  const { clearanceId, office, operatorId, answer, now } = request;
  const by = { kind: 'office', officeId: office.id, accountId: operatorId } as const;
  const outcome =
    answer.answer === 'read'
      ? await markClearanceRead(tx, { clearanceId, by, protocol: answer.protocol, now })
      : await answerClearance(tx, secrets, { clearanceId, by, answer, now });
  if (outcome.ok) {
    const entry = { action: `clearance-request-${answer.answer}`, subject: `clearance:${clearanceId}` };
    await audit(tx, { at: now, accountId: operatorId, officeId: office.id, ...entry });
  }
  return outcome;
}
