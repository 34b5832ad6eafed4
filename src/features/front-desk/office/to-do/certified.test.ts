import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { bookingTools } from '#test/booking-tools.ts';
import { useDeps } from '#test/deps.ts';
import { useFrontDesk, wordsOf } from '#test/front-desk.ts';

const deps = useDeps();
const tools = bookingTools(deps);
const desk = useFrontDesk(deps);

describe('a certified request that did not arrive', () => {
  it('stands on the to-do list and in its number until somebody has seen to it', async () => {
    const { db, clock } = deps.current;
    clock.set('2026-11-16T08:00:00Z');
    const { office } = desk.current;
    await db.updateTable('offering').set({ clearance: 'required' }).where('id', '=', office.offeringId).execute();
    const { bookingId } = await tools.newBooking(office);
    const before = wordsOf(await desk.current.open('to-do'));
    expect(before).not.toContain('Posta certificata da seguire');
    await sql`
      INSERT INTO certified_message (office_id, about, about_id, payload, dedupe, recipient, message_id, mark, state, fault,
                                     next_try_at, created_at, failed_at)
      SELECT ${office.officeId}, 'clearance', c.id::text, '{}', 'test', 'x@y.pec.example', '<1>', '1-1', 'failed', 'no-dest',
             ${clock.now()}, ${clock.now()}, ${clock.now()}
      FROM clearance c WHERE c.booking_id = ${bookingId}`.execute(db);
    const shown = wordsOf(await desk.current.open('to-do'));
    expect(shown).toMatch(/Posta certificata da seguire.*Non consegnata.*L’indirizzo del destinatario non esiste/);
    await sql`UPDATE certified_message SET settled_at = ${clock.now()}`.execute(db);
    expect(wordsOf(await desk.current.open('to-do'))).not.toContain('Posta certificata da seguire');
  });
});
