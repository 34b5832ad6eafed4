import type { FastifyReply, FastifyRequest } from 'fastify';
import { mostThrownAway, type Patience } from './patience.ts';

/**
 * A client that is still sending sees a broken connection instead of the answer when it is closed at once: the answer goes
 * out now, and what is left of the body is read and thrown away, as far and as long as that is reasonable.
 */
export function throwAwayTheRest(
  { raw, headers }: Pick<FastifyRequest, 'raw' | 'headers'>,
  reply: FastifyReply,
  { refused, refusedPause }: Pick<Patience, 'refused' | 'refusedPause'>,
): void {
  if (Number(headers['content-length'] ?? 0) > mostThrownAway) return void reply.header('connection', 'close');
  void reply.removeHeader('connection');
  if (raw.complete) return;
  // Also of a client that wants the connection closed after the answer: it closes it itself.
  reply.raw.shouldKeepAlive = true;
  let thrownAway = 0;
  const giveUp = () => void (raw.complete || raw.destroy());
  const late = setTimeout(giveUp, refused).unref();
  const silent = setTimeout(giveUp, refusedPause).unref();
  raw.on('data', (part: Buffer) => {
    thrownAway += part.length;
    silent.refresh();
    if (thrownAway > mostThrownAway) giveUp();
  });
  for (const end of ['end', 'close', 'error']) {
    raw.once(end, () => {
      clearTimeout(late);
      clearTimeout(silent);
    });
  }
}
