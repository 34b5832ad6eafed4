import { describe, expect, it } from 'vitest';
import { useCertifiedPost } from '#test/certified-post.ts';
import { useDeps } from '#test/deps.ts';
import { providerEnvelope, providerReceipt, recipient } from '#test/certified-receipts.ts';
import { certifiedAnswerFile } from '../shown/certified-file.query.ts';
import { countOpenCertified } from '../shown/settle.ts';

const deps = useDeps();
const post = useCertifiedPost(deps);

describe('answers in the mailbox', () => {
  it('are kept for the operator with their files, whichever way they name our message', async () => {
    const { db, secrets } = deps.current;
    await post.sent();
    post.mailbox.put(providerReceipt({ kind: 'accettazione', about: post.idOfSent(), recipient }));
    await post.read();
    const { mark } = await post.trail();
    post.mailbox.put(
      providerEnvelope({ sender: recipient, inReplyTo: post.idOfSent() }),
      providerEnvelope({ sender: recipient, inReplyTo: '<opec.20261122110005.00001.1.1.1@pec.example>' }),
      providerEnvelope({
        sender: 'anagrafe@example.example',
        subject: `Prot. 12 - R: [Turno ${mark}]`,
        certified: false,
      }),
      providerEnvelope({ sender: recipient, subject: 'Bolletta' }),
      providerEnvelope({ sender: recipient, subject: '[Turno 1-0000000000000]' }),
    );
    expect(await post.read()).toEqual({ kept: 3, 'not-ours': 2, refused: 0 });
    const { answers } = await post.trail();
    expect(answers.map(({ certified }) => certified)).toEqual([true, true, false]);
    expect(answers[0]).toMatchObject({
      sender: recipient,
      text: 'Si concede il nulla osta, prot. 4711/2026.',
      files: [{ name: 'nulla-osta.pdf', size: 14 }],
      isSettled: false,
    });
    const which = { about: 'test', aboutId: post.aboutId, answerId: answers[0]?.id ?? '', position: '0' };
    expect((await certifiedAnswerFile(db, secrets, which))?.content.toString()).toBe('%PDF-1.7 prova');
    expect(await countOpenCertified(db, post.office.officeId)).toBe(3);
  });
});
