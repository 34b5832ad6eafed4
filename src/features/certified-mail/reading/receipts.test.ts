import { describe, expect, it } from 'vitest';
import { transact } from '#platform/transaction.ts';
import { useCertifiedPost } from '#test/certified-post.ts';
import { useDeps } from '#test/deps.ts';
import { daticert, providerReceipt, recipient } from '#test/certified-receipts.ts';
import { certifiedReceiptFile } from '../shown/certified-file.query.ts';
import { countOpenCertified, settleCertified } from '../shown/settle.ts';

const deps = useDeps();
const post = useCertifiedPost(deps);

describe('receipts in the mailbox', () => {
  it('are kept once, marked as read, and tell when it was accepted and delivered', async () => {
    await post.sent();
    const about = post.idOfSent();
    const receipt = providerReceipt({ kind: 'accettazione', about, recipient });
    post.mailbox.put('Subject: altra posta\n\nciao', receipt, receipt);
    expect(await post.read()).toEqual({ kept: 2, 'not-ours': 1, refused: 0 });
    expect(await post.trail()).toMatchObject({ state: 'accepted', receipts: [{ kind: 'accettazione' }] });
    post.mailbox.put(providerReceipt({ kind: 'presa-in-carico', about, recipient }));
    post.mailbox.put(providerReceipt({ kind: 'avvenuta-consegna', about, recipient }));
    await post.read();
    const { state, deliveredAt, receipts } = await post.trail();
    expect({ state, deliveredAt: deliveredAt?.toString() }).toEqual({
      state: 'delivered',
      deliveredAt: '2026-11-22T10:00:05Z',
    });
    expect(receipts).toHaveLength(3);
    expect(post.news.map((one) => one.state)).toEqual(['sent', 'accepted', 'delivered']);
    expect(post.mailbox.emails().map(({ flags }) => flags.includes('\\Seen'))).toEqual([false, true, true, true, true]);
    expect(await post.read()).toEqual({ kept: 0, 'not-ours': 0, refused: 0 });
    const { db, secrets } = deps.current;
    const file = await certifiedReceiptFile(db, secrets, {
      about: 'test',
      aboutId: post.aboutId,
      receiptId: receipts[0]?.id ?? '',
    });
    expect(file?.content.toString()).toContain('smime.p7s');
    const other = { about: 'test', aboutId: 'another', receiptId: receipts[0]?.id ?? '' };
    expect(await certifiedReceiptFile(db, secrets, other)).toBeUndefined();
  });

  it('are moved where the account says so', async () => {
    await post.save({ doneFolder: 'Lette' });
    await post.sent();
    post.mailbox.put(providerReceipt({ kind: 'accettazione', about: post.idOfSent(), recipient }));
    await post.read();
    expect(post.mailbox.emails()).toHaveLength(0);
    expect(post.mailbox.emails('Lette')).toHaveLength(1);
  });

  it('lose nothing when the process dies before the mailbox is marked, and the mailbox may be numbered anew', async () => {
    await post.sent();
    post.mailbox.put(providerReceipt({ kind: 'avvenuta-consegna', about: post.idOfSent(), recipient }));
    await post.read();
    // As after a death between keeping and noting the place, and as after the provider moved the mailbox.
    for (const change of [{ last_uid: '0' }, { uid_validity: '7', last_uid: '99' }]) {
      await deps.current.db
        .updateTable('certified_account')
        .set(change)
        .where('office_id', '=', post.office.officeId)
        .execute();
      expect(await post.read()).toMatchObject({ kept: 1 });
    }
    expect((await post.trail()).receipts).toHaveLength(1);
    expect(post.news.map(({ state }) => state)).toEqual(['sent', 'delivered']);
  });

  it('say why it failed, which the office’s list shows until somebody has seen to it; a delivery after all takes it back', async () => {
    const { db, clock } = deps.current;
    await post.sent();
    const about = post.idOfSent();
    post.mailbox.put(providerReceipt({ kind: 'preavviso-errore-consegna', about, recipient, error: 'altro' }));
    await post.read();
    expect(await post.trail()).toMatchObject({ state: 'sent', fault: 'delayed' });
    const words = '5.1.1 - casella inesistente';
    post.mailbox.put(providerReceipt({ kind: 'errore-consegna', about, recipient, error: 'no-dest', words }));
    await post.read();
    expect(await post.trail()).toMatchObject({ state: 'failed', fault: 'no-dest' });
    expect((await post.trail()).receipts.at(-1)?.words).toBe(words);
    expect(await countOpenCertified(db, post.office.officeId)).toBe(1);
    await transact(db, async (tx) => {
      await settleCertified(tx, { about: 'test', aboutId: post.aboutId, accountId: post.accountId, now: clock.now() });
      return { ok: true };
    });
    expect(await countOpenCertified(db, post.office.officeId)).toBe(0);
    post.mailbox.put(providerReceipt({ kind: 'avvenuta-consegna', about, recipient }));
    await post.read();
    expect(await post.trail()).toMatchObject({ state: 'delivered', fault: null });
  });

  it('that are forged, malformed or huge change nothing and stay unread for somebody to look at', async () => {
    await post.sent();
    const about = post.idOfSent();
    const wish = { kind: 'avvenuta-consegna', about, recipient };
    post.mailbox.put(
      // Of a message that we never sent: no business of ours.
      providerReceipt({ ...wish, about: '<certified.1-0000000000000@127.0.0.1>' }),
      // The header names ours, the certified file another; another kind; another recipient.
      providerReceipt({ ...wish, about: '<another@pec.example>', headerAbout: about }),
      providerReceipt({ ...wish, kind: 'accettazione', headerKind: 'avvenuta-consegna' }),
      providerReceipt({ ...wish, recipient: 'somebody@else.pec.example' }),
      providerReceipt({ ...wish, data: 'not xml at all' }),
      providerReceipt({ ...wish, data: daticert(wish).replace('</dati>', '') }),
      providerReceipt({ ...wish, data: daticert(wish).replace('22/11/2026', '31/02/2026') }),
      providerReceipt({
        ...wish,
        data: daticert(wish).replace('<postacert', '<!DOCTYPE p [<!ENTITY a "aaaa">]><postacert'),
      }),
      providerReceipt({ ...wish, data: daticert(wish).replace('Esempio', '&a;') }),
      providerReceipt({ ...wish, data: daticert(wish) + ' '.repeat(70_000) }),
      providerReceipt({ ...wish, filler: 12 * 1024 * 1024 }),
    );
    expect(await post.read()).toEqual({ kept: 0, 'not-ours': 1, refused: 10 });
    expect(await post.trail()).toMatchObject({ state: 'sent', receipts: [] });
    expect(post.mailbox.emails().some(({ flags }) => flags.includes('\\Seen'))).toBe(false);
  });
});
