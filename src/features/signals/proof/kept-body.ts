import { z } from 'zod';
import type { Secrets } from '#platform/secrets.ts';

/** Names of the fields that are about the proof, and never reach a route. */
export const proofFields = { proof: '_proof', wait: '_wait', kept: '_kept' } as const;

type Body = Readonly<Record<string, string | readonly string[]>>;

const fields = z.record(z.string(), z.union([z.string(), z.array(z.string())]));

/** A form's body as plain fields, without those about the proof; undefined when it is something else. */
export function plainFields(body: unknown): Body | undefined {
  const read = fields.safeParse(body).data;
  if (read === undefined) return undefined;
  const about: readonly string[] = Object.values(proofFields);
  return Object.fromEntries(Object.entries(read).filter(([name]) => !about.includes(name)));
}

/** What was sent before the proof was asked for, for the next page to bring along: nobody but us can read it there. */
export function keepBody(secrets: Secrets, { body, address }: { body: Body; address: string }): string {
  return secrets.seal(Buffer.from(JSON.stringify(body)), about(address)).toString('base64url');
}

/** The body again; undefined when it is none of ours, or of another address. */
export function keptBody(secrets: Secrets, { text, address }: { text: string; address: string }): Body | undefined {
  try {
    return fields.parse(JSON.parse(secrets.open(Buffer.from(text, 'base64url'), about(address)).toString('utf8')));
  } catch {
    return undefined;
  }
}

function about(address: string): string {
  return `kept form ${address}`;
}
