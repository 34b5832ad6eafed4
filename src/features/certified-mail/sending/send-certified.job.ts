import { z } from 'zod';
import type { Deps } from '#platform/deps.ts';
import type { Mailer } from '#platform/mail.ts';
import { transact } from '#platform/transaction.ts';
import { certifiedAccountFor, type OpenAccount, openAccount } from '../account/account.query.ts';
import { connectSmtp } from '../connect-smtp.ts';
import { mailFaultOf } from '../mail-fault.ts';
import { subjectWith } from '../mark.ts';
import type { CertifiedLetter, CertifiedSubjects } from '../subject.ts';
import { claimCertified, type ClaimedCertified } from './claim-certified.ts';
import { addCertified } from './add-certified.ts';
import { certifiedDropped, certifiedNotTaken, certifiedSent } from './close-certified.ts';

const asked = z.looseObject({ about: z.string() });

export interface SendingNeeds {
  readonly subjects: CertifiedSubjects;
  /** The demo's own catcher: there nothing leaves this machine. */
  readonly demoMailer?: Mailer | undefined;
}

/**
 * `send-certified` with what a feature asked for, `{ about: 'clearance', clearanceId }`: writes the message down once and
 * sends it. Where no account is in use nothing is written: the operator sends by hand.
 */
export async function sendCertified(deps: Deps, needs: SendingNeeds, payload: unknown): Promise<void> {
  const { about } = asked.parse(payload);
  const subject = needs.subjects[about];
  if (subject === undefined) throw new Error(`nobody writes certified e-mail about ${about}`);
  const letter = await subject.write(deps, payload);
  if (letter === undefined) return;
  const account = await certifiedAccountFor(deps.db, letter.officeId);
  if (account === undefined) {
    deps.log.info({ about, office: letter.officeId }, 'no certified account: this message is sent by hand');
    return;
  }
  const request = { letter, about, payload: asked.parse(payload), certifiedAccountId: account.id };
  const { id } = await transact(deps.db, (tx) => addCertified(tx, deps, { ...request, now: deps.clock.now() }));
  await sendOne(deps, needs, { id, letter });
}

/** One attempt, if the message is due and nobody else has it. */
export async function sendOne(
  deps: Deps,
  needs: SendingNeeds,
  request: { id: string; letter?: CertifiedLetter },
): Promise<void> {
  const message = await claimCertified(deps.db, { id: request.id, now: deps.clock.now() });
  if (message === undefined) return;
  const letter = request.letter ?? (await needs.subjects[message.about]?.write(deps, message.payload));
  if (letter === undefined) return certifiedDropped(deps, message);
  const account = message.accountId === null ? undefined : await openAccount(deps.db, deps.secrets, message.accountId);
  if (account === undefined) return certifiedNotTaken(deps, message, { fault: 'no-account', subjects: needs.subjects });
  try {
    if (deps.config.demo) await sendInDemo(needs.demoMailer, message, letter);
    else await sendOver(account, message, letter);
  } catch (error) {
    return certifiedNotTaken(deps, message, { fault: mailFaultOf(error), subjects: needs.subjects });
  }
  await certifiedSent(deps, message, needs.subjects);
}

async function sendOver(account: OpenAccount, message: ClaimedCertified, letter: CertifiedLetter): Promise<void> {
  const transport = connectSmtp(account);
  try {
    await transport.sendMail({
      from: account.sender,
      // The address as it was written down, which the receipts are compared with.
      to: { name: '', address: message.recipient },
      messageId: message.messageId,
      subject: subjectWith(letter.subject, message.mark),
      text: letter.text,
      attachments: letter.attachments?.map((file) => ({ ...file })) ?? [],
    });
  } finally {
    transport.close();
  }
}

/** Whatever account is set in a demo, its e-mail goes to the demo's own mailbox. */
async function sendInDemo(
  mailer: Mailer | undefined,
  message: ClaimedCertified,
  letter: CertifiedLetter,
): Promise<void> {
  await mailer?.send({
    to: message.recipient,
    subject: subjectWith(letter.subject, message.mark),
    text: letter.text,
    html: '',
    messageId: message.messageId,
    language: 'it',
    ...(letter.attachments && { attachments: letter.attachments }),
  });
}
