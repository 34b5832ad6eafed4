import type { Attachment, Email } from 'postal-mime';
import { enhancedCode, readDeliveryStatus, type Verdict } from './delivery-status.ts';

/** What an e-mail that came to the return address says. */
export interface Report {
  readonly verdict: Verdict;
  readonly code: string | undefined;
  /** Marks that it carries inside, to be checked: of the envelope, and of the returned message's Message-ID. */
  readonly marks: readonly string[];
  /** Addresses that it was delivered to, as its headers tell. */
  readonly recipients: readonly string[];
}

const limits = { maxNestingDepth: 20, maxHeadersSize: 256 * 1024, maxRfc822NestingDepth: 0 };

/** Reads a report as RFC 3464 has it, or as older servers write them. @throws on nesting and headers beyond all reason */
export async function readReport(raw: Uint8Array): Promise<Report> {
  const { default: PostalMime } = await import('postal-mime');
  const mail = await PostalMime.parse(Uint8Array.from(raw), limits);
  const status = mail.attachments.find((part) => /^message\/(global-)?delivery-status$/.test(part.mimeType));
  const recipients = headers(mail, 'delivered-to', 'x-original-to', 'envelope-to', 'to');
  if (status !== undefined) {
    const { verdict, code, envelopeId } = readDeliveryStatus(textOf(status));
    return { verdict, code, marks: [...(envelopeId ? [envelopeId] : []), ...returnedMarks(mail)], recipients };
  }
  return { ...olderVerdict(mail), marks: returnedMarks(mail), recipients };
}

/** Servers that write no report of RFC 3464: the sender says that it is one, the text whether it is final. */
function olderVerdict(mail: Email): { verdict: Verdict; code: string | undefined } {
  const none = { verdict: 'none', code: undefined } as const;
  if (isAutomaticAnswer(mail)) return none;
  const failedRecipients = headers(mail, 'x-failed-recipients').length > 0;
  if (!failedRecipients && !/^(mailer-daemon|postmaster|mailerdaemon)@/i.test(mail.from?.address ?? '')) return none;
  const words = `${mail.subject ?? ''}\n${mail.text ?? ''}\n${mail.html ?? ''}`.slice(0, 20_000);
  const code = enhancedCode(words);
  if (code?.startsWith('2')) return none;
  if (code !== undefined) return code.startsWith('5') ? { verdict: 'bounced', code } : none;
  const isFinal = failedRecipients || /\b55[0-4]\b/.test(words) || finalWords.test(words);
  return isFinal && !passingWords.test(words) ? { verdict: 'bounced', code: undefined } : none;
}

const finalWords =
  /undeliver|could ?n.t be delivered|not be delivered|permanent|returned mail|delivery (has )?failed|failure notice|non recapitat|mancato recapito|impossibile consegnare/i;
const passingWords = /delayed|will (keep trying|retry|be retried)|still trying|warning only|in ritardo/i;

/** Holidays and the like (RFC 3834). Reports of RFC 3464 are automatic too, and are read before this is asked. */
function isAutomaticAnswer(mail: Email): boolean {
  const answers = ['x-autoreply', 'x-autorespond', 'list-id'];
  if (headers(mail, ...answers).length > 0) return true;
  const [precedence = ''] = headers(mail, 'precedence');
  const type = headers(mail, 'content-type').join(' ');
  return /auto.?reply|bulk|list|junk/i.test(precedence) || /disposition-notification|feedback-report/i.test(type);
}

/** Message-IDs of the e-mail that came back, whole or as headers: what stands before the at sign. */
function returnedMarks(mail: Email): string[] {
  const returned = mail.attachments.filter((part) => /^(message\/|text\/rfc822)/.test(part.mimeType));
  const words = [...returned.map(textOf), mail.text ?? ''].map((text) => text.slice(0, 50_000));
  return words.flatMap((text) => {
    const ids = text.matchAll(/^message-id:\s*<message-([^@<>\s]{3,60})@/gim);
    return [...ids].slice(0, 5).map(([, mark = '']) => mark);
  });
}

function headers(mail: Email, ...names: string[]): string[] {
  return mail.headers
    .filter((header) => names.includes(header.key))
    .flatMap((header) => header.value.split(/[\s,<>]+/));
}

function textOf(part: Attachment): string {
  const { content } = part;
  return typeof content === 'string' ? content : new TextDecoder().decode(content);
}
