import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { useCertifiedPost } from '#test/certified-post.ts';
import { providerEnvelope, providerReceipt, recipient } from '#test/certified-receipts.ts';
import { useDeps } from '#test/deps.ts';

const deps = useDeps();
const post = useCertifiedPost(deps);

async function filesKept(): Promise<number> {
  const { rows } = await sql<{ kept: number }>`SELECT count(*)::int AS kept FROM certified_answer_file`.execute(
    deps.current.db,
  );
  return rows[0]?.kept ?? 0;
}

describe('old certified e-mail', () => {
  it('is deleted with all that came, a year after the last of it; what is still to be sent stays', async () => {
    const { clock, db } = deps.current;
    const begun = clock.now();
    const after = (days: number) => clock.set(begun.add({ hours: 24 * days }).toString());
    await post.sent();
    const about = post.idOfSent();
    after(100);
    post.mailbox.put(
      providerReceipt({ kind: 'avvenuta-consegna', about, recipient }),
      providerEnvelope({ sender: recipient, inReplyTo: about }),
    );
    await post.read();
    // It arrived when it was written, by the mailbox's own clock, which is another than the test's.
    await sql`UPDATE certified_answer SET arrived_at = ${clock.now()}`.execute(db);
    after(464);
    await post.task('forget-certified');
    expect(await post.trail()).toMatchObject({ state: 'delivered' });
    expect(await filesKept()).toBe(1);
    after(466);
    await post.task('forget-certified');
    await expect(post.trail()).rejects.toThrow('nothing was sent');
    expect(await filesKept()).toBe(0);
    post.another();
    after(0);
    post.mayLogIn(false);
    await post.sent();
    after(466);
    await post.task('forget-certified');
    expect(await post.trail()).toMatchObject({ state: 'waiting' });
    after(0);
  });
});
