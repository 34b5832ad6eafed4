import { z } from 'zod';
import type { Db, Tx } from '#platform/database.ts';
import type { Secrets } from '#platform/secrets.ts';
import type { Level } from './level.ts';
import '../tables.ts';

const secret = z.object({ nonce: z.string(), verifier: z.string(), intent: z.string(), sent: z.string() });

/** A login that somebody has left for. */
export interface PendingRequest extends z.infer<typeof secret> {
  readonly provider: string;
  readonly level: Level;
}

/** Time enough to find the card, a reader or the telephone. */
export const patience = Temporal.Duration.from({ minutes: 30 });

export async function keepRequest(
  db: Db | Tx,
  secrets: Secrets,
  request: PendingRequest & { state: string; browser: Buffer; now: Temporal.Instant },
): Promise<void> {
  const { state, browser, provider, level, nonce, verifier, intent, sent, now } = request;
  await db
    .insertInto('cie_request')
    .values({
      state_key: stateKey(secrets, state),
      browser_key: browser,
      provider,
      level,
      secret_cipher: secrets.encrypt(
        JSON.stringify({ nonce, verifier, intent, sent } satisfies z.input<typeof secret>),
      ),
      expires_at: now.add(patience),
    })
    .execute();
}

/** Takes a request out, once: only for the browser that left with it. */
export async function takeRequest(
  db: Db | Tx,
  secrets: Secrets,
  { state, browser, now }: { state: string; browser: Buffer; now: Temporal.Instant },
): Promise<PendingRequest | undefined> {
  const row = await db
    .deleteFrom('cie_request')
    .where('state_key', '=', stateKey(secrets, state))
    .where('browser_key', '=', browser)
    .where('expires_at', '>', now)
    .returning(['provider', 'level', 'secret_cipher as cipher'])
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const { provider, level, cipher } = row;
  return { provider, level, ...secret.parse(JSON.parse(secrets.decrypt(cipher))) };
}

function stateKey(secrets: Secrets, state: string): Buffer {
  return secrets.hash('federation', `cie-state ${state}`);
}
