import { sql } from 'kysely';
import { findService, saveQuestion } from '#features/offices/index.ts';
import type { Tx } from '#platform/database.ts';

const payment = {
  it: 'Si paga allo sportello con carta o bancomat, oppure prima con pagoPA, almeno 48 ore prima.',
  en: 'Pay at the desk by card, or beforehand through pagoPA, at least 48 hours before.',
};
/** The rights that each municipality adds to the State’s part; invented, and near what many ask. */
const rights = [
  { code: 'comune-h501-anagrafe', rightsCents: 542, duplicateCents: 1058 },
  { code: 'comune-f205-anagrafe', rightsCents: 541, duplicateCents: 1057 },
  { code: 'comune-a952-anagrafe', rightsCents: 521, duplicateCents: 1041 },
] as const;
const homeVisit = 'cie-home-visit';

/** Identity cards at municipalities: why one comes, from when one renews, what it costs; and one that comes to people’s homes. */
export async function createReasons(tx: Tx): Promise<void> {
  await sql`
    UPDATE offering o SET renewal_days = 180, live_limit = 5
    FROM office f WHERE f.id = o.office_id AND f.kind = 'municipal' AND o.service_code IN ('cie', ${homeVisit})`.execute(
    tx,
  );
  const stateCents = (await findService(tx, 'cie'))?.rules.municipal?.stateFeeCents ?? 0;
  for (const { code, rightsCents, duplicateCents } of rights) {
    const fees = { stateCents, rightsCents, duplicateCents, payment };
    await sql`
      UPDATE offering o SET fees = ${JSON.stringify(fees)}::jsonb
      FROM office f WHERE f.id = o.office_id AND f.code = ${code} AND o.service_code IN ('cie', ${homeVisit})`.execute(
      tx,
    );
  }
  await openHomeVisits(tx);
}

/** As an office begins when it is given the service: a delegate asks, the office confirms. */
async function openHomeVisits(tx: Tx): Promise<void> {
  const service = await findService(tx, homeVisit);
  const { asks = [], begins } = service?.rules.municipal ?? {};
  const { rows } = await sql<{ id: number }>`
    UPDATE offering SET party_modes = '{companions-only}', party_max = 1, confirm_by = 'office',
      duration_minutes = ${begins?.durationMinutes ?? null}, reasons = ${begins?.reasons ?? []}::text[], reason_optional = true
    WHERE service_code = ${homeVisit} RETURNING id`.execute(tx);
  for (const { id: offeringId } of rows)
    for (const question of asks)
      await saveQuestion(tx, { offeringId, id: null, question: { ...question, pattern: null, patternMessage: null } });
}
