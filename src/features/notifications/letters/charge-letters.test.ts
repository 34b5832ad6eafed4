import { describe, expect, it } from 'vitest';
import { giveBack, takeInCharge } from '#features/booking/index.ts';
import type { OutgoingMail } from '#platform/mail.ts';
import { transact } from '#platform/transaction.ts';
import { buildBooking } from '#test/build-booking.ts';
import { buildRole } from '#test/build-role.ts';
import { useDeps } from '#test/deps.ts';
import { drain } from '#test/drain.ts';

const deps = useDeps({ TURNO_URL: 'https://turno.example' });

describe('the e-mail of a booking that the office works on', () => {
  it('says who, why and how to ask; and again when it is given back and taken anew', async () => {
    deps.current.clock.set('2026-11-22T10:00:00Z');
    const { db, secrets, clock } = deps.current;
    const booking = await buildBooking(db, { at: '2027-01-14T09:20', email: 'giulia@test.example' });
    const operatorId = await buildRole(db, 'officer', booking.office.officeId);
    const take = async (message: string | null): Promise<OutgoingMail | undefined> => {
      const cipher = message === null ? null : secrets.encrypt(message);
      const request = { bookingId: booking.id, operatorId, message: cipher, now: clock.now() };
      await transact(db, (tx) => takeInCharge(tx, request));
      return (await drain(deps.current))[0];
    };
    const mail = await take('Manca una firma.\nTi chiamiamo domani.');
    expect(mail?.to).toBe('giulia@test.example');
    expect(mail?.subject).toBe('Presa in carico: passport, gio 14 gen alle 09:20');
    for (const form of [mail?.text, mail?.html]) {
      expect(form).toContain('ha cominciato a lavorare alla tua richiesta.');
      expect(form).toContain('Manca una firma.');
      expect(form).toContain('Ti chiamiamo domani.');
      expect(form).toContain('non puoi annullarlo o spostarlo da solo');
      expect(form).toContain('https://turno.example/l/');
    }
    clock.set('2026-11-22T11:00:00Z');
    await transact(db, (tx) => giveBack(tx, { bookingId: booking.id, operatorId, now: clock.now() }));
    const [back] = await drain(deps.current);
    expect(back?.subject).toBe('Puoi di nuovo decidere tu: passport, gio 14 gen alle 09:20');
    clock.set('2026-11-22T12:00:00Z');
    expect((await take(null))?.text).not.toContain('Manca una firma');
  });
});
