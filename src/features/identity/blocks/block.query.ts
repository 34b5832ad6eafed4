import type { Db, Tx } from '#platform/database.ts';
import type { Secrets } from '#platform/secrets.ts';
import '../tables.ts';
import type { BlockKind, BlockOutcome, BlockState } from './block.rules.ts';

/** A person's decision that an account may make no new bookings, at one office or at all. */
export interface Block extends BlockState {
  readonly id: number;
  readonly accountId: number;
  /** null: everywhere */
  readonly officeId: number | null;
  readonly kind: BlockKind;
  readonly reason: string;
  /** null: until somebody decides */
  readonly lastDay: Temporal.PlainDate | null;
  readonly createdBy: number;
  readonly createdAt: Temporal.Instant;
}

/** Whether new bookings of an account are blocked at an office now, and until when; of several, the one that lasts longest. */
export async function blockedAt(
  db: Db | Tx,
  { accountId, officeId, now }: { accountId: number; officeId: number; now: Temporal.Instant },
): Promise<Pick<Block, 'officeId' | 'lastDay'> | undefined> {
  return db
    .selectFrom('account_block')
    .select(['office_id as officeId', 'last_day as lastDay'])
    .where('account_id', '=', accountId)
    .where((on) => on.or([on('office_id', 'is', null), on('office_id', '=', officeId)]))
    .where('lifted_at', 'is', null)
    .where((on) => on.or([on('ends_at', 'is', null), on('ends_at', '>', now)]))
    .orderBy('ends_at', (order) => order.desc().nullsFirst())
    .limit(1)
    .executeTakeFirst();
}

/** All blocks of an account, the newest first. */
export async function blocksOf(db: Db | Tx, secrets: Secrets, accountId: number): Promise<Block[]> {
  const rows = await blocks(db).where('account_id', '=', accountId).orderBy('id', 'desc').execute();
  return rows.map((row) => toBlock(secrets, row));
}

export async function findBlock(db: Db | Tx, secrets: Secrets, id: number): Promise<Block | undefined> {
  const row = await blocks(db).where('id', '=', id).executeTakeFirst();
  return row && toBlock(secrets, row);
}

/** What was decided about a block after it was made. */
export interface BlockDecision {
  readonly outcome: BlockOutcome;
  readonly lastDay: Temporal.PlainDate | null;
  readonly reason: string;
  readonly decidedBy: number;
  readonly decidedAt: Temporal.Instant;
}

/** One decision, with whom and where it concerns. */
export async function findDecision(
  db: Db | Tx,
  secrets: Secrets,
  id: number,
): Promise<
  (Pick<BlockDecision, 'outcome' | 'lastDay' | 'reason'> & Pick<Block, 'accountId' | 'officeId'>) | undefined
> {
  const row = await db
    .selectFrom('account_block_decision as d')
    .innerJoin('account_block as b', 'b.id', 'd.block_id')
    .select(['d.outcome', 'd.last_day as lastDay', 'd.reason_cipher', 'b.account_id as accountId'])
    .select('b.office_id as officeId')
    .where('d.id', '=', id)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const { reason_cipher, ...rest } = row;
  return { ...rest, reason: secrets.decrypt(reason_cipher) };
}

/** The decisions about a block, in their order. */
export async function decisionsAbout(db: Db | Tx, secrets: Secrets, blockId: number): Promise<BlockDecision[]> {
  const rows = await db
    .selectFrom('account_block_decision')
    .select(['outcome', 'last_day as lastDay', 'reason_cipher', 'decided_by as decidedBy', 'decided_at as decidedAt'])
    .where('block_id', '=', blockId)
    .orderBy('id')
    .execute();
  return rows.map(({ reason_cipher, ...row }) => ({ ...row, reason: secrets.decrypt(reason_cipher) }));
}

function blocks(db: Db | Tx) {
  return db
    .selectFrom('account_block')
    .select(['id', 'account_id as accountId', 'office_id as officeId', 'kind', 'reason_cipher', 'last_day as lastDay'])
    .select(['ends_at as endsAt', 'created_by as createdBy', 'created_at as createdAt', 'lifted_at as liftedAt']);
}

function toBlock(
  secrets: Secrets,
  { reason_cipher, ...row }: Omit<Block, 'reason'> & { reason_cipher: Buffer },
): Block {
  return { ...row, reason: secrets.decrypt(reason_cipher) };
}
