import { sql } from 'kysely';
import { isInForce } from '#features/identity/index.ts';
import { pausesOf } from '#features/booking/index.ts';
import type { Tx } from '#platform/database.ts';
import type { Secrets } from '#platform/secrets.ts';
import { brokenConstraint, type Outcome } from '#platform/transaction.ts';
import '../tables.ts';
import { tellOfCase } from '../case-notice.ts';
import { mayAppealAgain } from './appeal.rules.ts';

interface Words {
  readonly accountId: number;
  readonly text: string;
  readonly now: Temporal.Instant;
}

/** Answers to a block; once at a time, and again a month after it was kept. */
export async function appealBlock(
  tx: Tx,
  secrets: Secrets,
  { blockId, accountId, text, now }: Words & { blockId: number },
): Promise<Outcome<{ appealId: number }, 'over' | 'appealed-already' | 'appeal-later'>> {
  const block = await tx
    .selectFrom('account_block')
    .select(['office_id as officeId', 'ends_at as endsAt', 'lifted_at as liftedAt'])
    .where('id', '=', blockId)
    .where('account_id', '=', accountId)
    .forUpdate()
    .executeTakeFirst();
  if (block === undefined || !isInForce(block, now)) return { ok: false, reason: 'over' };
  const { rows } = await sql<{ decidedAt: Temporal.Instant | null }>`
    SELECT decided_at AS "decidedAt" FROM account_appeal WHERE block_id = ${blockId} ORDER BY id DESC LIMIT 1`.execute(
    tx,
  );
  const [last] = rows;
  if (last !== undefined && last.decidedAt === null) return { ok: false, reason: 'appealed-already' };
  if (last?.decidedAt && !mayAppealAgain(last.decidedAt, now)) return { ok: false, reason: 'appeal-later' };
  const about = { office_id: block.officeId, block_id: blockId, booking_id: null };
  return write(tx, secrets, { accountId, text, now, about });
}

/** Explains appointments missed; once for each pause, which is known by the last of them. */
export async function appealPause(
  tx: Tx,
  secrets: Secrets,
  { bookingId, accountId, text, now }: Words & { bookingId: string },
): Promise<Outcome<{ appealId: number }, 'over' | 'appealed-already'>> {
  const pauses = await pausesOf(tx, { accountId, now });
  const pause = pauses.find(({ missed }) => missed[0]?.bookingId === bookingId);
  if (pause === undefined) return { ok: false, reason: 'over' };
  try {
    const about = { office_id: pause.officeId, block_id: null, booking_id: bookingId };
    return await write(tx, secrets, { accountId, text, now, about });
  } catch (error) {
    if (brokenConstraint(error) === 'account_appeal_one_pause') return { ok: false, reason: 'appealed-already' };
    throw error;
  }
}

async function write(
  tx: Tx,
  secrets: Secrets,
  request: Words & { about: { office_id: number | null; block_id: number | null; booking_id: string | null } },
): Promise<{ ok: true; appealId: number }> {
  const { accountId, text, now, about } = request;
  const { id } = await tx
    .insertInto('account_appeal')
    .values({ account_id: accountId, ...about, text_cipher: secrets.encrypt(text), created_at: now })
    .returning('id')
    .executeTakeFirstOrThrow();
  await tellOfCase(tx, { kind: 'appeal-arrived', about: id, at: now });
  return { ok: true, appealId: id };
}
