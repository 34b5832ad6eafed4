import { describe, expect, it } from 'vitest';
import { transact } from '#platform/transaction.ts';
import { buildOffice } from '#test/build-office.ts';
import { useCertifiedPost } from '#test/certified-post.ts';
import { daticert, providerEnvelope, providerReceipt, recipient } from '#test/certified-receipts.ts';
import { useDeps } from '#test/deps.ts';
import { removeCertifiedAccount } from '../account/save-account.ts';

const deps = useDeps();
const post = useCertifiedPost(deps);
const nothing = { kept: 0, 'not-ours': 0, refused: 0 };

describe('an e-mail that would stop a mailbox', () => {
  it('loses its control characters', async () => {
    await post.sent();
    const about = post.idOfSent();
    const words = 'casella\u0000 inesistente\u0007';
    const ownId = '<ricevuta-\u0000di-prova@pec.example>';
    post.mailbox.put(
      providerReceipt({ kind: 'errore-consegna', about, recipient, error: 'no-dest', words, ownId }),
      providerEnvelope({ sender: recipient, inReplyTo: about, subject: 'Re: \u0000prova', text: 'Si\u0000 concede.' }),
      providerEnvelope({ sender: 'ana\u0000grafe@example.example', inReplyTo: `${about} <\u0000altro@pec.example>` }),
    );
    expect(await post.read()).toEqual({ ...nothing, kept: 3 });
    const { receipts, answers } = await post.trail();
    expect(receipts.map((one) => one.words)).toEqual(['casella inesistente']);
    expect(answers.map((one) => one.text)).toContain('Si concede.');
    expect(answers.map((one) => one.sender)).toEqual([recipient, 'anagrafe@example.example']);
  });

  it('is passed over when the database takes none of it, or a parser none of what it holds', async () => {
    await post.sent();
    const about = post.idOfSent();
    const wish = { kind: 'avvenuta-consegna', about, recipient };
    const endless = `${about}\nX-Riempito: ${'x'.repeat(300 * 1024)}`;
    post.mailbox.put(
      providerReceipt({ ...wish, data: daticert(wish).replace('22/11/2026', '22/11/0000') }),
      providerEnvelope({ sender: recipient, inReplyTo: endless }),
      providerReceipt(wish),
    );
    expect(await post.read()).toEqual({ ...nothing, kept: 1, refused: 2 });
    expect(await post.trail()).toMatchObject({ state: 'delivered', answers: [] });
    expect(await post.read()).toEqual(nothing);
  });
});

describe('a message whose account was removed', () => {
  it('is told of by the account entered in its place, and by no other office’s', async () => {
    const { db } = deps.current;
    await post.sent();
    const about = post.idOfSent();
    const put = () =>
      post.mailbox.put(
        providerReceipt({ kind: 'avvenuta-consegna', about, recipient }),
        providerEnvelope({ sender: recipient, inReplyTo: about }),
      );
    await transact(db, async (tx) => {
      await removeCertifiedAccount(tx, post.office.officeId);
      return { ok: true };
    });
    const other = await buildOffice(db);
    await post.save({}, other.officeId);
    put();
    expect(await post.read(other.officeId)).toEqual({ ...nothing, refused: 1, 'not-ours': 1 });
    expect(await post.trail()).toMatchObject({ receipts: [], answers: [] });
    await post.save();
    expect(await post.read()).toEqual({ ...nothing, kept: 2 });
    expect(await post.trail()).toMatchObject({ state: 'delivered' });
  });
});
