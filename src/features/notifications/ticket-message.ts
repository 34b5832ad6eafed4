import { type TicketNews, ticketToTell } from '#features/waiting-room/index.ts';
import type { Tx } from '#platform/database.ts';
import { languageOrItalian } from '#platform/language.ts';
import type { NewMessage } from './add-messages.ts';

/** To somebody in a waiting room, in the language they joined in: once for each thing there is to tell. */
export async function ticketMessage(
  tx: Tx,
  { kind, roomId, number }: { kind: TicketNews; roomId: number; number: number },
): Promise<NewMessage | undefined> {
  const ticket = await ticketToTell(tx, { roomId, number });
  if (ticket === undefined) return undefined;
  const { accountId, email: recipient } = ticket;
  const language = languageOrItalian(ticket.language);
  return { key: `${kind}:${roomId}:${number}`, kind, accountId, detail: { roomId, number }, recipient, language };
}
