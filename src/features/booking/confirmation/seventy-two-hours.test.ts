import { describe, expect, it } from 'vitest';
import { useDeps } from '#test/deps.ts';
import { tick } from '#test/drain.ts';
import { useMunicipalities } from '#test/municipalities.ts';

const deps = useDeps();
const places = useMunicipalities(deps);
const { freeSeats, newBooking, rules, shown, tools } = places;

describe('a municipality that asks ten days before, until 72 hours before, and spares the desk and the telephone', () => {
  it('asks on that day, ends what is not confirmed at that hour, and gives its seat back; others stand at once', async () => {
    await rules({
      clearance: 'none',
      confirm_opens_days: 10,
      confirm_closes_hours: 72,
      confirm_exempt_channels: ['desk', 'phone', 'totem', 'partner-desk'],
    });
    const { bookingId } = await newBooking();
    for (const channel of ['desk', 'phone', 'totem', 'partner-desk'] as const) {
      const accountId = await tools.newAccount();
      const holdId = await tools.heldId(places.current.office, { kind: 'account', accountId });
      const outcome = await tools.booked(holdId, accountId, { channel });
      if (!outcome.ok) throw new Error(outcome.reason);
      expect((await shown(outcome.bookingId))?.status).toBe('confirmed');
    }
    expect(await freeSeats()).toBe(0);
    // The appointment is on Saturday the 20th of March at 10:00 in Rome.
    deps.current.clock.set('2027-03-09T23:00:00Z');
    const [asked] = await tick(deps.current);
    expect(asked?.subject).toMatch(/^Conferma il tuo appuntamento/);
    expect(asked?.text).toContain('Conferma entro mercoledì 17 marzo 2027 alle 10:00');
    deps.current.clock.set('2027-03-17T08:59:59Z');
    await tick(deps.current);
    expect((await shown(bookingId))?.status).toBe('booked');
    deps.current.clock.set('2027-03-17T09:00:00Z');
    await tick(deps.current);
    expect(await shown(bookingId)).toMatchObject({ status: 'cancelled', cancelledBy: 'not-confirmed' });
    expect(await freeSeats()).toBe(1);
  });
});
