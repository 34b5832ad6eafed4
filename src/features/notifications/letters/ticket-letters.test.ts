import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import type { TicketNews } from '#features/waiting-room/index.ts';
import type { OutgoingMail } from '#platform/mail.ts';
import { enqueue } from '#platform/outbox.ts';
import { transact } from '#platform/transaction.ts';
import { testNow, useDeps } from '#test/deps.ts';
import { drain } from '#test/drain.ts';
import { type BuiltRoom, buildRoom, joinAs, stillRooms, waitingAccounts } from '#test/room-tools.ts';

const deps = useDeps({ TURNO_URL: 'https://turno.example' });
let people = 0;

async function waiting(): Promise<BuiltRoom & { number: number }> {
  deps.current.clock.set(testNow);
  const room = await buildRoom(deps.current);
  const rooms = stillRooms(deps.current);
  const [accountId = 0] = await waitingAccounts(deps.current, people, people + 1);
  const outcome = await joinAs(deps.current, rooms, { room, accountId, people: [people] });
  people += 1;
  if (!outcome.ok) throw new Error(outcome.reason);
  return { ...room, number: outcome.name.number };
}

async function told(kind: TicketNews, { roomId, number }: { roomId: number; number: number }): Promise<OutgoingMail[]> {
  const at = deps.current.clock.now();
  await transact(deps.current.db, async (tx) => {
    await enqueue(tx, { task: 'notify', payload: { kind, roomId, number }, at });
    await enqueue(tx, { task: 'notify', payload: { kind, roomId, number }, at });
    return { ok: true };
  });
  return drain(deps.current);
}

describe('e-mail to somebody in a waiting room', () => {
  it('says once that the turn is near, and leads to the place', async () => {
    const mails = await told('turn-near', await waiting());
    expect(mails.map(({ subject }) => subject)).toEqual(['Il tuo turno è vicino: passport']);
    expect(mails[0]?.text).toContain('https://turno.example/waiting-room/tickets/');
  });

  it('says until when the turn lasts, and nothing once it is over', async () => {
    const ticket = await waiting();
    await sql`UPDATE ticket SET state = 'admitted', admitted_at = ${testNow}, turn_ends_at = '2026-11-22T10:10:00Z'
      WHERE room_id = ${ticket.roomId}`.execute(deps.current.db);
    const [mail] = await told('turn-come', ticket);
    expect(mail?.text).toContain('domenica 22 novembre 2026, ore 10:10 (ora di Londra)');
    const late = await waiting();
    await sql`UPDATE ticket SET state = 'admitted', admitted_at = ${testNow}, turn_ends_at = ${testNow}
      WHERE room_id = ${late.roomId}`.execute(deps.current.db);
    expect(await told('turn-come', late)).toEqual([]);
  });

  it('says that another one with a proved identity went first, and where to ask', async () => {
    const ticket = await waiting();
    await sql`UPDATE ticket SET state = 'displaced', settled_at = ${testNow} WHERE room_id = ${ticket.roomId}`.execute(
      deps.current.db,
    );
    const [mail] = await told('ticket-displaced', ticket);
    expect(mail?.subject).toBe('Il tuo biglietto non vale più: passport');
    expect(mail?.text).toContain('https://turno.example/help/ask');
  });

  it('says honestly that no seat is left', async () => {
    const ticket = await waiting();
    await sql`UPDATE room SET state = 'ended', ended_at = ${testNow}, outcome = 'sold-out' WHERE id = ${ticket.roomId}`.execute(
      deps.current.db,
    );
    await sql`UPDATE ticket SET state = 'over', settled_at = ${testNow} WHERE room_id = ${ticket.roomId}`.execute(
      deps.current.db,
    );
    const [mail] = await told('room-over', ticket);
    expect(mail?.text).toContain('I posti sono finiti prima del tuo turno');
  });
});
