import { type ReceiptKind, receiptKinds, largestData } from '../rules.ts';
import { withoutControls } from './plain-text.ts';
import { childOf, NotPlainXml, readPlainXml, type XmlElement } from './plain-xml.ts';

/** What a provider certifies, from the file daticert.xml of its receipts and envelopes (DM 2 November 2005, 7). */
export interface CertifiedData {
  readonly kind: ReceiptKind | 'posta-certificata';
  /** `nessuno`, `no-dest`, `no-dominio`, `virus`, `altro` */
  readonly error: string;
  /** The provider's own words about the error. */
  readonly words: string | null;
  readonly sender: string;
  readonly at: Temporal.Instant;
  /** The provider's identifier of the message. */
  readonly identifier: string;
  /** The Message-ID of the message it speaks of. */
  readonly messageId: string;
  /** Whom a receipt of delivery, or of a failed one, is about. */
  readonly recipient: string | null;
}

const kinds = [...receiptKinds, 'posta-certificata'] as const;

/** Reads daticert.xml. @throws NotPlainXml when it is none, or says anything in a shape that the rules do not have */
export function readDaticert(bytes: Uint8Array): CertifiedData {
  if (bytes.length > largestData) throw new NotPlainXml('too large');
  const root = readPlainXml(decoded(bytes));
  if (root.name !== 'postacert') throw new NotPlainXml('another document');
  const kind = kinds.find((one) => one === root.attributes['tipo']);
  const data = childOf(root, 'dati');
  if (kind === undefined || data === undefined) throw new NotPlainXml('no kind or no data');
  const recipient = plain(childOf(data, 'consegna')).toLowerCase();
  const words = plain(childOf(data, 'errore-esteso')).replace(/\s+/g, ' ').slice(0, 500);
  return {
    kind,
    error: withoutControls(root.attributes['errore'] ?? 'nessuno').slice(0, 40),
    words: words === '' ? null : words,
    sender: short(childOf(childOf(root, 'intestazione'), 'mittente')).toLowerCase(),
    at: momentOf(childOf(data, 'data')),
    identifier: needed(childOf(data, 'identificativo')),
    messageId: needed(childOf(data, 'msgid')),
    recipient: recipient === '' ? null : recipient,
  };
}

/** UTF-8 unless it says that it is Latin 1; bytes that are neither are refused. */
function decoded(bytes: Uint8Array): string {
  const head = Buffer.from(bytes.subarray(0, 200)).toString('latin1');
  const [, encoding = 'utf-8'] = /^<\?xml[^>]*\sencoding=["']([\w-]{1,20})["']/i.exec(head) ?? [];
  const known = /^(utf-8|us-ascii|iso-8859-1)$/i.test(encoding);
  if (!known) throw new NotPlainXml('an encoding that is not read here');
  try {
    return new TextDecoder(/^iso/i.test(encoding) ? 'latin1' : 'utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new NotPlainXml('bytes that are no text');
  }
}

/** `<data zona="+0100"><giorno>22/11/2026</giorno><ora>10:01:02</ora></data>` */
function momentOf(element: XmlElement | undefined): Temporal.Instant {
  const [, sign = '', hours = '', minutes = ''] =
    /^([+-])(\d\d):?(\d\d)$/.exec(element?.attributes['zona'] ?? '') ?? [];
  const [, day, month, year] = /^(\d\d)\/(\d\d)\/(\d{4})$/.exec(short(childOf(element, 'giorno'))) ?? [];
  const [time] = /^\d\d:\d\d:\d\d$/.exec(short(childOf(element, 'ora'))) ?? [];
  try {
    return Temporal.Instant.from(`${year}-${month}-${day}T${time}${sign}${hours}:${minutes}`);
  } catch {
    throw new NotPlainXml('no moment');
  }
}

function needed(element: XmlElement | undefined): string {
  const text = short(element);
  if (text === '') throw new NotPlainXml('something is missing');
  return text;
}

function short(element: XmlElement | undefined): string {
  return plain(element).slice(0, 300);
}

function plain(element: XmlElement | undefined): string {
  return withoutControls(element?.text ?? '').trim();
}
