import { expect } from 'vitest';

export interface ReceivedMail {
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly attachments: readonly { readonly filename: string; readonly content: string }[];
  readonly links: readonly string[];
}

/** What has arrived at an address, newest first. */
export async function mailsTo(address: string, email: string): Promise<readonly ReceivedMail[]> {
  const response = await fetch(`${address}/demo/mail?to=${encodeURIComponent(email)}`, {
    headers: { accept: 'application/json' },
  });
  // The demo's mailbox answers with objects of this shape.
  return ((await response.json()) as { items: ReceivedMail[] }).items;
}

/** Waits for an e-mail with this subject, and about this booking where a code is given. */
export async function mailTo(
  address: string,
  email: string,
  subject: RegExp,
  { code = '', timeout = 15_000 } = {},
): Promise<ReceivedMail> {
  const isWanted = (mail: ReceivedMail) => subject.test(mail.subject) && mail.text.includes(code);
  const wanted = async () => (await mailsTo(address, email)).find(isWanted);
  await expect.poll(wanted, { timeout, message: `an e-mail to ${email} about ${subject}` }).toBeDefined();
  const mail = await wanted();
  if (mail === undefined) throw new Error(`no e-mail to ${email} about ${subject}`);
  return mail;
}

/** The six digits of the e-mail that proves an address. */
export async function codeFor(address: string, email: string): Promise<string> {
  const mail = await mailTo(address, email, /^Il tuo codice è/);
  const code = /\b\d{6}\b|\b\d{3} \d{3}\b/.exec(mail.text)?.[0];
  if (code === undefined) throw new Error(`no code in: ${mail.text}`);
  return code.replace(' ', '');
}

/** The link that proves an address, as the e-mail has it. */
export async function proofLinkFor(address: string, email: string): Promise<string> {
  const mail = await mailTo(address, email, /^Il tuo codice è/);
  return mail.links.find((one) => one.includes('/verify-email')) ?? '';
}

/** The signed link by which a booking is confirmed or cancelled without login. */
export function manageLink(mail: ReceivedMail): string {
  const link = mail.links.find((one) => one.includes('/l/'));
  if (link === undefined) throw new Error(`no link in: ${mail.text}`);
  return link;
}
