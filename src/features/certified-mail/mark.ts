import { timingSafeEqual } from 'node:crypto';
import type { Secrets } from '#platform/secrets.ts';

/**
 * What stands in a message's subject and Message-ID: its number with a proof that we wrote it. Whoever was not sent the
 * message cannot name it, so that no receipt and no answer can be made up for it.
 */
export function markOf(secrets: Secrets, id: string): string {
  const proof = BigInt(`0x${secrets.hash('certified-mail', id).subarray(0, 8).toString('hex')}`);
  return `${id}-${proof.toString(36).padStart(13, '0')}`.toUpperCase();
}

/** `<certified.12-0ABC…@turno.example>`: the same at every attempt. */
export function messageIdOf(mark: string, publicUrl: string): string {
  return `<certified.${mark.toLowerCase()}@${new URL(publicUrl).hostname}>`;
}

/** How a mark stands in a subject, where a registry office's answer repeats it. */
export function subjectWith(subject: string, mark: string): string {
  return `${subject} [Turno ${mark}]`;
}

/** The number of the message that a subject names; undefined unless the mark is ours. */
export function messageNamedIn(secrets: Secrets, subject: string): string | undefined {
  const [, mark, id] = /\[Turno ((\d{1,18})-[0-9A-Z]{13})\]/i.exec(subject) ?? [];
  if (id === undefined || mark === undefined) return undefined;
  const expected = Buffer.from(markOf(secrets, id));
  const given = Buffer.from(mark.toUpperCase());
  return given.length === expected.length && timingSafeEqual(given, expected) ? id : undefined;
}
