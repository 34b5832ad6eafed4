import { timingSafeEqual } from 'node:crypto';
import type { Secrets } from '#platform/secrets.ts';

/**
 * A message's number with a proof that we wrote it, in letters that survive any mail server: `123.k3j…`. Only whoever was
 * sent the message has seen its mark, so nobody can report that the mail of others came back.
 */
export function messageMark(secrets: Secrets, messageId: string): string {
  // Local parts of addresses may be put in small letters on the way: base 36 has no others.
  const proof = BigInt(`0x${secrets.hash('return-path', messageId).subarray(0, 12).toString('hex')}`);
  return `${messageId}.${proof.toString(36)}`;
}

/** The message a mark speaks of; undefined when it is not ours. */
export function readMark(secrets: Secrets, mark: string): string | undefined {
  const [messageId = ''] = mark.split('.', 1);
  if (!/^[1-9]\d{0,17}$/.test(messageId)) return undefined;
  const expected = Buffer.from(messageMark(secrets, messageId));
  const given = Buffer.from(mark.toLowerCase());
  return given.length === expected.length && timingSafeEqual(given, expected) ? messageId : undefined;
}

/** The address to which one message comes back: `bounce+123.k3j…@turno.example`. */
export function returnAddress(secrets: Secrets, bounceAddress: string, messageId: string): string {
  const at = bounceAddress.lastIndexOf('@');
  return `${bounceAddress.slice(0, at)}+${messageMark(secrets, messageId)}${bounceAddress.slice(at)}`;
}

/** The message that a return address belongs to; undefined for every other address. */
export function readReturnAddress(secrets: Secrets, bounceAddress: string, address: string): string | undefined {
  const at = bounceAddress.lastIndexOf('@');
  const [local, domain] = [bounceAddress.slice(0, at), bounceAddress.slice(at)].map((part) => part.toLowerCase());
  const given = address.trim().toLowerCase();
  if (!given.startsWith(`${local ?? ''}+`) || !given.endsWith(domain ?? '')) return undefined;
  return readMark(secrets, given.slice((local ?? '').length + 1, -(domain ?? '').length));
}
