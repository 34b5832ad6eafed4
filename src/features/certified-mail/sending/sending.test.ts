import { describe, expect, it } from 'vitest';
import { transact } from '#platform/transaction.ts';
import { useCertifiedPost } from '#test/certified-post.ts';
import { useDeps } from '#test/deps.ts';
import { recipient } from '#test/certified-receipts.ts';
import { certifiedAccountFor } from '../account/account.query.ts';
import { removeCertifiedAccount } from '../account/save-account.ts';
import { openCertified } from '../shown/settle.ts';

const deps = useDeps();
const post = useCertifiedPost(deps);

describe('a certified e-mail', () => {
  it('leaves from the office’s own account, once for its key, with its mark and its file', async () => {
    expect(await post.sent()).toMatchObject({ state: 'sent', recipient, fault: null });
    await post.task('send-certified', { about: 'test' });
    expect(post.taken).toHaveLength(1);
    const [mail] = post.taken;
    expect(mail?.from?.address).toBe('ufficio@pec.example');
    expect(mail?.subject).toBe(`Richiesta di nulla osta [Turno ${(await post.trail()).mark}]`);
    expect(mail?.attachments[0]?.filename).toBe('richiesta.pdf');
    expect(post.news.map(({ state }) => state)).toEqual(['sent']);
  });

  it('waits while the provider does not take it, keeps its Message-ID, and is handed over after a day', async () => {
    post.mayLogIn(false);
    expect(await post.sent()).toMatchObject({ state: 'waiting', fault: 'login' });
    post.mayLogIn(true);
    await post.task('send-certified-again');
    expect(post.taken).toHaveLength(0);
    deps.current.clock.set('2026-11-22T10:02:00Z');
    await post.task('send-certified-again');
    expect(await post.trail()).toMatchObject({ state: 'sent', fault: null });
    expect(post.idOfSent()).toMatch(/^<certified\.\d+-[0-9a-z]{13}@/);
    post.another();
    post.mayLogIn(false);
    await post.sent();
    for (let attempt = 0; attempt < 10; attempt += 1) {
      deps.current.clock.set(deps.current.clock.now().add({ hours: 9 }).toString());
      await post.task('send-certified-again');
    }
    expect(await post.trail()).toMatchObject({ state: 'failed', fault: 'login' });
    expect(await openCertified(deps.current.db, { officeId: post.office.officeId, most: 9, skip: 0 })).toMatchObject([
      { about: 'test', aboutId: post.aboutId, why: 'failed', fault: 'login' },
    ]);
    deps.current.clock.set('2026-11-22T10:00:00Z');
  });

  it('is not sent without an account, and leaves from the network’s where the office has none', async () => {
    const { db } = deps.current;
    await transact(db, async (tx) => {
      await removeCertifiedAccount(tx, post.office.officeId);
      return { ok: true };
    });
    await post.task('send-certified', { about: 'test' });
    expect(post.taken).toHaveLength(0);
    await expect(post.trail()).rejects.toThrow('nothing was sent');
    await post.save({ sender: 'rete@pec.example' }, null);
    expect((await certifiedAccountFor(db, post.office.officeId))?.sender).toBe('rete@pec.example');
    await post.sent();
    expect(post.taken[0]?.from?.address).toBe('rete@pec.example');
    await transact(db, async (tx) => {
      await removeCertifiedAccount(tx, null);
      return { ok: true };
    });
  });

  it('is dropped when it has nothing to say any more', async () => {
    post.silence();
    await post.task('send-certified', { about: 'test' });
    expect(post.taken).toHaveLength(0);
  });
});
