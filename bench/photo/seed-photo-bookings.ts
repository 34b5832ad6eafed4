import { citizensOf } from '../citizens.ts';
import { answeredId, httpRequest, sendLoad } from '../load.ts';
import { prepareSlots, type Stage } from '../stage.ts';

/** Appointments of so many people, one each, at an office that takes their photo beforehand. */
export async function seedPhotoBookings(
  stage: Stage,
  people: number,
): Promise<{ slots: readonly string[]; senders: { code: string; token: string }[] }> {
  await stage.sql.query(
    `UPDATE offering o SET photo = 'asked', completion_cutoff_hours = 1 FROM office f
     WHERE f.id = o.office_id AND f.code = 'cons-london' AND o.service_code = 'passport'`,
  );
  const slots = await prepareSlots(stage, { slots: 1, seats: people });
  const citizens = await citizensOf(stage, 0, people);
  const requests = citizens.map((citizen, at) => {
    const token = stage.tokens[at] ?? '';
    const hold = { office: 'cons-london', service: 'passport', slot: slots[0], party: 1 };
    const booking = { hold: answeredId, people: [{ ...citizen, relationship: 'self' }], privacyAccepted: true };
    return [
      httpRequest({ method: 'POST', path: '/api/v1/holds', token, json: hold }),
      httpRequest({ method: 'POST', path: '/api/v1/bookings', token, json: booking }),
    ] as const;
  });
  const load = await sendLoad({ port: stage.port, connections: 16, requests });
  const { rows } = await stage.sql.query<{ code: string; n: number }>(
    `SELECT b.code, n.n FROM generate_series(1, $2::int) AS n(n)
     JOIN account a ON lower(a.email) = 'citizen-' || n.n || '@demo.example'
     JOIN booking b ON b.account_id = a.id AND b.live AND b.slot_ids && $1::bigint[] ORDER BY n.n`,
    [slots, people],
  );
  if (rows.length !== people) throw new Error(`${rows.length} bookings, answers ${JSON.stringify(load.statuses)}`);
  return { slots, senders: rows.map(({ code, n }) => ({ code, token: stage.tokens[n - 1] ?? '' })) };
}
