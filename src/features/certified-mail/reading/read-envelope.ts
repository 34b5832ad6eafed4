import type { Attachment, Email } from 'postal-mime';
import { type ReceiptKind, receiptKinds, answerLimits } from '../rules.ts';
import { type CertifiedData, readDaticert } from './daticert.ts';
import { withoutControls, withoutTags } from './plain-text.ts';

/** What the headers alone tell of an e-mail in a certified mailbox. */
export type EmailKind =
  | { readonly kind: 'receipt'; readonly receipt: ReceiptKind; readonly about: string }
  | { readonly kind: 'transport'; readonly certified: boolean }
  | { readonly kind: 'other' };

/** Headers by name, in small letters. */
export type Headers = ReadonlyMap<string, string>;

/** Receipts and envelopes are told by the headers that providers set; what people write has none of them. */
export function kindOfEmail(headers: Headers): EmailKind {
  const receipt = receiptKinds.find((kind) => kind === headers.get('x-ricevuta')?.toLowerCase());
  const about = headers.get('x-riferimento-message-id');
  if (receipt !== undefined && about !== undefined) return { kind: 'receipt', receipt, about: about.trim() };
  const transport = headers.get('x-trasporto')?.toLowerCase();
  if (transport === 'posta-certificata') return { kind: 'transport', certified: true };
  if (transport === 'errore') return { kind: 'transport', certified: false };
  return { kind: 'other' };
}

const limits = { maxNestingDepth: 20, maxHeadersSize: 256 * 1024, maxRfc822NestingDepth: 0 };

/** Whatever an e-mail can do to the parser says that the e-mail is bad, not that we are. */
export class UnreadableEmail extends Error {}

/** @throws UnreadableEmail on nesting and headers beyond all reason */
export async function readEmail(raw: Uint8Array): Promise<Email> {
  const { default: PostalMime } = await import('postal-mime');
  return PostalMime.parse(Uint8Array.from(raw), { ...limits, forceRfc822Attachments: true }).catch(() => {
    throw new UnreadableEmail('no e-mail');
  });
}

/** What the provider certifies in a receipt or an envelope; undefined when the file is missing. @throws NotPlainXml */
export function certifiedDataOf(email: Email): CertifiedData | undefined {
  const file = email.attachments.find((part) => part.filename?.toLowerCase() === 'daticert.xml');
  return file && readDaticert(bytesOf(file));
}

/** A message that somebody wrote back, as it came in the provider's envelope. */
export interface Answer {
  readonly sender: string;
  readonly subject: string;
  readonly text: string;
  /** Message-IDs that it answers to. */
  readonly answersTo: readonly string[];
  readonly files: readonly { readonly name: string; readonly content: Buffer }[];
}

/** What tells which message is answered. */
export type AnswerNames = Pick<Answer, 'answersTo' | 'subject'>;

/** The names alone, from the beginning of an envelope: everybody's post is looked at, and nothing else of it is needed. */
export async function answerNamesIn(envelope: Email): Promise<AnswerNames> {
  return namesOf(await insideOf(envelope));
}

export async function answerIn(envelope: Email): Promise<Answer> {
  const email = await insideOf(envelope);
  const files = email.attachments.filter((part) => part.filename?.toLowerCase() !== 'daticert.xml').map(fileOf);
  return {
    ...namesOf(email),
    sender: withoutControls(email.from?.address ?? envelope.from?.address ?? '')
      .toLowerCase()
      .slice(0, 200),
    text: withoutControls(email.text?.trim() ?? withoutTags(email.html ?? '')).slice(0, answerLimits.text),
    files: within(files),
  };
}

/** The e-mail `postacert.eml` in an envelope, or the envelope itself when there is none. */
async function insideOf(envelope: Email): Promise<Email> {
  const inside = envelope.attachments.find((part) => part.mimeType === 'message/rfc822');
  return inside ? readEmail(bytesOf(inside)) : envelope;
}

function namesOf(email: Email): AnswerNames {
  const ids = withoutControls(`${email.inReplyTo ?? ''} ${email.references ?? ''}`);
  return {
    subject: withoutControls(email.subject ?? '').slice(0, 300),
    answersTo: ids.match(/<[^<>\s]{3,300}>/g)?.slice(-50) ?? [],
  };
}

function fileOf(part: Attachment, position: number) {
  const name = (part.filename ?? '').replace(/[\u0000-\u001f\u007f/\\]/g, '_').slice(0, 120);
  return { name: name === '' ? `file-${position + 1}` : name, content: Buffer.from(bytesOf(part)) };
}

function within(files: readonly { name: string; content: Buffer }[]) {
  let room: number = answerLimits.bytes;
  return files.slice(0, answerLimits.files).filter(({ content }) => {
    room -= content.length;
    return content.length > 0 && room >= 0;
  });
}

function bytesOf({ content }: Attachment): Uint8Array {
  return typeof content === 'string' ? Buffer.from(content) : new Uint8Array(content);
}
