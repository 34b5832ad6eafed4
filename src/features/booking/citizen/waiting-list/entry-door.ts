import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Entry } from '../../waiting-list/entry.query.ts';

/** An entry of whoever opened its page. */
export interface OwnEntry {
  readonly entry: Entry;
  /** the address of its page; what can be done is below it */
  readonly path: string;
  /** opened by the link of an e-mail, perhaps without login */
  readonly byLink: boolean;
}

/** A way to one's own entry: logged in, or by the link of an e-mail. What one may do there is the same. */
export interface EntryDoor {
  /** the address of the entry's page as routes know it */
  readonly pattern: string;
  open(
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<({ readonly ok: true } & OwnEntry) | { readonly ok: false; readonly answer: FastifyReply }>;
}
