import { sql } from 'kysely';
import { beforeEach, describe, expect, it } from 'vitest';
import { transact } from '#platform/transaction.ts';
import { buildPhoto } from '#test/build-photo.ts';
import { buildAccount } from '#test/build-office.ts';
import { completableBooking } from '#test/completable-booking.ts';
import { testNow, useDeps } from '#test/deps.ts';
import { bookingById } from '../booking.query.ts';
import { lockCompletable } from '../completion/lock-completable.ts';
import { historyOf } from '../history.query.ts';
import { decidePhoto } from './decide-photo.ts';
import { decisionsOf } from './decision.query.ts';
import { type PhotoOutcome, photoStanding, type PhotoWhy } from './decision.rules.ts';
import { undoDecision } from './undo-decision.ts';

const deps = useDeps();
const none: PhotoWhy = { reasons: [], words: null };
let operators = 0;
beforeEach(() => deps.current.clock.set(testNow));

async function sent(verdict: 'pass' | 'fail' = 'pass', hours = 24) {
  const { db, secrets, clock } = deps.current;
  const booking = await completableBooking(deps.current, { hours });
  const photoId = await buildPhoto(deps.current, { bookingId: booking.id, verdict });
  operators += 1;
  const operatorId = await buildAccount(db, `looks-${operators}@prova.example`);
  const at = { bookingId: booking.id, position: 0, photoId, operatorId };
  const decide = (outcome: PhotoOutcome, why = none, other = {}) =>
    transact(db, (tx) => decidePhoto(tx, secrets, { ...at, now: clock.now(), outcome, why, ...other }));
  const undo = (decisionId: string) =>
    transact(db, (tx) => undoDecision(tx, { bookingId: booking.id, decisionId, operatorId, now: clock.now() }));
  const standing = async () => {
    const shown = await bookingById(db, secrets, booking.id);
    return shown && photoStanding(shown, 0);
  };
  const maySend = () =>
    transact(db, (tx) => {
      const actor = { kind: 'citizen', accountId: booking.accountId } as const;
      return lockCompletable(tx, { bookingId: booking.id, position: 0, actor, now: clock.now() });
    });
  return { booking, photoId, decide, undo, standing, maySend };
}

const asks = { reasons: ['eyes'], words: null } as const;

async function asked(bookingId: string): Promise<unknown[]> {
  const { rows } = await sql<{ payload: unknown }>`
    SELECT payload FROM outbox WHERE task = 'notify' AND payload->>'bookingId' = ${bookingId} ORDER BY id`.execute(
    deps.current.db,
  );
  return rows.map(({ payload }) => payload);
}

describe('the office decides about a photo', () => {
  it('accepts it, once, and takes that back; the appointment stays as it was', async () => {
    const { booking, decide, undo, standing } = await sent();
    const before = await bookingById(deps.current.db, deps.current.secrets, booking.id);
    const accepted = await decide('accepted');
    expect([accepted.ok, await standing()]).toEqual([true, 'accepted']);
    expect(await decide('another-asked', asks)).toEqual({ ok: false, reason: 'already-decided' });
    expect(await undo(accepted.ok ? accepted.id : '')).toMatchObject({ ok: true, outcome: 'accepted' });
    expect(await standing()).toBe('sent');
    expect(await undo(accepted.ok ? accepted.id : '')).toEqual({ ok: false, reason: 'nothing-to-undo' });
    const after = await bookingById(deps.current.db, deps.current.secrets, booking.id);
    expect([after?.status, after?.live]).toEqual([before?.status, true]);
    const kinds = (await historyOf(deps.current.db, booking.id)).map(({ kind }) => kind);
    expect(kinds.slice(-2)).toEqual(['photo-accepted', 'photo-undone']);
    expect(await asked(booking.id)).toEqual([]);
  });

  it('accepts one that the checks find wrong only with a reason, which is kept sealed', async () => {
    const { booking, decide, standing } = await sent('fail');
    expect(await decide('accepted')).toEqual({ ok: false, reason: 'needs-reason' });
    expect(await decide('overridden')).toEqual({ ok: false, reason: 'needs-reason' });
    expect(await decide('overridden', { reasons: ['other'], words: null })).toEqual({
      ok: false,
      reason: 'needs-reason',
    });
    const why = { reasons: ['covering'], words: 'Viso ben visibile' } as const;
    expect((await decide('overridden', why)).ok).toBe(true);
    expect(await standing()).toBe('overridden');
    expect(await decisionsOf(deps.current.db, deps.current.secrets, booking.id)).toMatchObject([{ why }]);
    const { rows } = await sql<{ row: string }>`
      SELECT encode(why_cipher, 'escape') || d::text AS row FROM photo_decision d WHERE booking_id = ${booking.id}`.execute(
      deps.current.db,
    );
    expect(rows[0]?.row).not.toMatch(/covering|visibile/);
  });

  it('asks for another with a reason, and its people hear of it', async () => {
    const { booking, decide, standing } = await sent();
    expect(await decide('another-asked')).toEqual({ ok: false, reason: 'needs-reason' });
    const outcome = await decide('another-asked', asks);
    expect(await standing()).toBe('another-asked');
    const photo = outcome.ok ? outcome.id : '';
    expect(await asked(booking.id)).toEqual([{ kind: 'photo-asked', bookingId: booking.id, photo }]);
  });

  it('speaks only of the photo it was shown: another came, or none is there', async () => {
    const { booking, decide, undo, standing } = await sent();
    const first = await decide('another-asked', asks);
    await buildPhoto(deps.current, { bookingId: booking.id });
    expect(await standing()).toBe('sent');
    expect(await decide('accepted')).toEqual({ ok: false, reason: 'photo-changed' });
    expect(await undo(first.ok ? first.id : '')).toEqual({ ok: false, reason: 'photo-changed' });
    await sql`DELETE FROM booking_photo WHERE booking_id = ${booking.id}`.execute(deps.current.db);
    expect(await decide('accepted')).toEqual({ ok: false, reason: 'no-photo' });
    expect(await standing()).toBe('another-asked');
  });

  it('is told when a colleague was faster, of two presses at once', async () => {
    const { decide } = await sent();
    const outcomes = await Promise.all([decide('accepted'), decide('another-asked', asks)]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(outcomes.find(({ ok }) => !ok)).toEqual({ ok: false, reason: 'already-decided' });
  });

  it('decides nothing any more once the people were served, or the booking is off', async () => {
    for (const [status, reason, by] of [
      ['served', 'over', null],
      ['cancelled', 'cancelled', 'office'],
    ] as const) {
      const { booking, decide } = await sent();
      await sql`UPDATE booking SET status = ${status}, live = false, cancelled_by = ${by} WHERE id = ${booking.id}`.execute(
        deps.current.db,
      );
      expect(await decide('accepted')).toEqual({ ok: false, reason });
    }
    const { decide } = await sent();
    expect(await decide('accepted', none, { bookingId: '999999' })).toEqual({ ok: false, reason: 'not-found' });
  });
});

describe('whoever is asked for another photo', () => {
  it('may send it after the office’s hour, until the appointment to the second, and no longer once it is not asked', async () => {
    const { booking, decide, undo, maySend } = await sent('pass', 720);
    expect(await maySend()).toEqual({ ok: false, reason: 'too-late' });
    const outcome = await decide('another-asked', asks);
    deps.current.clock.set(booking.startsAt.subtract({ seconds: 1 }).toString());
    expect((await maySend()).ok).toBe(true);
    deps.current.clock.set(booking.startsAt.toString());
    expect(await maySend()).toEqual({ ok: false, reason: 'too-late' });
    deps.current.clock.set(testNow);
    await undo(outcome.ok ? outcome.id : '');
    expect(await maySend()).toEqual({ ok: false, reason: 'too-late' });
  });

  it('may not add anything else with it', async () => {
    const { booking, decide } = await sent('pass', 720);
    await decide('another-asked', asks);
    const { db, clock } = deps.current;
    const actor = { kind: 'citizen', accountId: booking.accountId } as const;
    const delivery = { bookingId: booking.id, actor, now: clock.now() };
    expect(await transact(db, (tx) => lockCompletable(tx, delivery))).toEqual({ ok: false, reason: 'too-late' });
  });
});
