import { randomInt } from 'node:crypto';
import type { Db, Tx } from '#platform/database.ts';
import { hashPassword, passwordFits } from '../password/password.ts';
import '../tables.ts';

// Without letters and digits that look alike on paper.
const alphabet = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
const codesAtOnce = 10;

/** Ten codes like `K7QF-29MX-4TRN`. The first two letters say which it is, fifty random bits are what nobody guesses. */
export function newRecoveryCodes(): string[] {
  const codes = new Map<string, string>();
  while (codes.size < codesAtOnce) {
    const signs = Array.from({ length: 12 }, () => alphabet[randomInt(alphabet.length)]).join('');
    codes.set(signs.slice(0, 2), signs.replace(/.{4}(?=.)/g, '$&-'));
  }
  return [...codes.values()];
}

/** A code as somebody typed it, without signs between; undefined when it cannot be one. */
export function typedRecoveryCode(typed: string): string | undefined {
  const signs = typed.toUpperCase().replace(/[^A-Z0-9]/g, '');
  return signs.length === 12 ? signs : undefined;
}

export interface HashedCode {
  readonly mark: string;
  readonly hash: string;
}

/** Hashed like passwords; before the transaction that keeps them, since it takes its time. */
export async function hashCodes(codes: readonly string[]): Promise<HashedCode[]> {
  return Promise.all(
    codes.map(async (code) => {
      const signs = typedRecoveryCode(code) ?? '';
      return { mark: signs.slice(0, 2), hash: await hashPassword(signs.slice(2)) };
    }),
  );
}

/** The codes of an account are these; those it had before are good for nothing. */
export async function replaceCodes(
  tx: Tx,
  { accountId, codes, now }: { accountId: number; codes: readonly HashedCode[]; now: Temporal.Instant },
): Promise<void> {
  await tx.deleteFrom('recovery_code').where('account_id', '=', accountId).execute();
  const rows = codes.map(({ mark, hash }) => ({ account_id: accountId, mark, code_hash: hash, made_at: now }));
  await tx.insertInto('recovery_code').values(rows).execute();
}

/** Whether a code is one of the account's, which it is once. */
export async function useRecoveryCode(
  db: Db | Tx,
  { accountId, code }: { accountId: number; code: string },
): Promise<boolean> {
  const mark = code.slice(0, 2);
  const known = await db
    .selectFrom('recovery_code')
    .select('code_hash')
    .where('account_id', '=', accountId)
    .where('mark', '=', mark)
    .executeTakeFirst();
  if (!(await passwordFits(known?.code_hash ?? null, code.slice(2)))) return false;
  const used = await db
    .deleteFrom('recovery_code')
    .where('account_id', '=', accountId)
    .where('mark', '=', mark)
    .where('code_hash', '=', known?.code_hash ?? '')
    .returning('mark')
    .execute();
  return used.length === 1;
}
