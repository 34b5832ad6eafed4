import { z } from 'zod';
import type { Secrets } from '#platform/secrets.ts';
import { utcInstant } from './draw-rules.ts';
import { isSigned, publicKeyOf, signStatement, ticketStatement, wholeMilliseconds } from './statements.ts';

/**
 * What somebody who joined can show: which ticket is theirs, since when, and under which commitment. Whoever changed the
 * commitment, the number or the pseudonym afterwards is contradicted by every receipt.
 */
export const receiptShape = z.object({
  format: z.literal('turno-ticket-1'),
  room: z.string().describe('the `id` of the release'),
  number: z.int(),
  pseudonym: z.string().describe('32 hexadecimal digits: the name of the ticket in the public list'),
  weight: z.int(),
  joinedAt: utcInstant.describe('RFC 3339, in UTC'),
  commitment: z.string().describe('of the draw; empty where nobody is drawn'),
  publicKey: z.string().describe('Ed25519, 64 hexadecimal digits'),
  signature: z.string().describe('Ed25519, base64url; what is signed: docs/draw.md'),
});

export type Receipt = z.output<typeof receiptShape>;

/** The signed receipt of a ticket. */
export function receiptOf(
  secrets: Secrets,
  ticket: {
    readonly room: string;
    readonly number: number;
    readonly pseudonym: string;
    readonly weight: number;
    readonly joinedAt: Temporal.Instant;
    readonly commitment: string | null;
  },
): Receipt {
  const said = {
    ...ticket,
    joinedAt: wholeMilliseconds(ticket.joinedAt).toString(),
    commitment: ticket.commitment ?? '',
  };
  return {
    format: 'turno-ticket-1',
    ...said,
    publicKey: publicKeyOf(secrets),
    signature: signStatement(secrets, ticketStatement(said)),
  };
}

export const isReceiptSigned = (receipt: Receipt): boolean =>
  isSigned(receipt.publicKey, ticketStatement(receipt), receipt.signature);
