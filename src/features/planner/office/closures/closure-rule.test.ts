import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { addRule } from '#test/build-planner.ts';
import { useDeps } from '#test/deps.ts';
import { useOfficeDesk, words } from '#test/office-desk.ts';
import { addPlannerPages } from '../routes.ts';

const deps = useDeps();
const desk = useOfficeDesk(deps, (app, current) => {
  // Whoever may be moved by the same weekday within a week finds nothing, everybody else finds a seat.
  const seat = Temporal.Instant.from('2026-11-30T09:00Z');
  addPlannerPages(app, current, {
    foresee: async ({ codes, rule }) => new Map(codes.map((code) => [code, rule.withinDays === 6 ? null : seat])),
  });
});

const monday = '2026-11-23';
const good = { firstDay: monday, lastDay: '', starts: '', ends: '', reasonIt: 'Assemblea', reasonEn: 'Meeting' };
async function published(): Promise<number> {
  const id = await desk.current.newPlanner();
  await addRule(deps.current.db, id, {});
  await desk.current.open(`${desk.current.base}/planners/${id}/publish`);
  await desk.current.manager.post(`${desk.current.base}/planners/${id}/publish`, {});
  return id;
}

/** Appointments of one person, at so many starts of a day. */
async function book(plannerId: number, count: number): Promise<void> {
  const { office } = desk.current;
  await sql`
    WITH s AS (UPDATE slot SET taken = ${count}, planned = ${count}, capacity = ${count} WHERE id IN
                 (SELECT id FROM slot WHERE planner_id = ${plannerId} AND day = ${monday} ORDER BY starts_at LIMIT 1) RETURNING *)
    INSERT INTO booking (code, office_id, offering_id, service_code, planner_id, slot_ids, slot_id, starts_at, ends_at, party, channel,
                         status, language, confirm_by, cancel_closes_at, created_at)
    SELECT 'CHIUS' || ${plannerId}::text || lpad(n::text, 3, '0'), ${office.officeId}, ${office.offeringId}, 'passport', ${plannerId},
           ARRAY[id], id, starts_at, ends_at, 1, 'web', 'confirmed', 'it', 'nobody', starts_at, '2026-11-20'
    FROM s, generate_series(1, ${count}) AS n`.execute(deps.current.db);
}

function at(path: string): string {
  return `${desk.current.base}/closures${path}`;
}

describe('the rule by which other seats are offered', () => {
  it('is chosen in the preview, which shows each one’s seat, and goes with the offers', async () => {
    const id = await published();
    await book(id, 2);
    const shown = new URLSearchParams({ kind: 'close', ...good });
    const preview = await desk.current.open(`${at('/preview')}?${shown.toString()}`);
    const rule = preview.querySelector('#rule');
    expect(rule?.querySelector('input[name=order][value=nearest]')?.hasAttribute('checked')).toBe(true);
    expect(words(preview)).toContain('2 appuntamenti avrebbero un nuovo posto');
    const query = new URLSearchParams({ kind: 'close', ...good, rule: 'asked', order: 'same-weekday', within: '6' });
    const none = await desk.current.open(`${at('/preview')}?${query.toString()}`);
    expect(words(none)).toContain('2 resterebbero senza');
    expect(none.querySelector('#rule input[name=order][value=same-weekday]')?.hasAttribute('checked')).toBe(true);
    const inputs = none
      .querySelectorAll('form#confirm input')
      .filter((input) => input.getAttribute('name') !== '_csrf');
    const sent = inputs.map((input): [string, string] => [
      input.getAttribute('name') ?? '',
      input.getAttribute('value') ?? '',
    ]);
    const done = await desk.current.manager.post(at('/preview'), Object.fromEntries(sent));
    expect(done.headers.location).toMatch(/round=[0-9a-f-]{36}/);
    const { rows } = await sql<{ payload: { rule: unknown } }>`
      DELETE FROM outbox WHERE task = 'offer-moves' RETURNING payload`.execute(deps.current.db);
    expect(rows[0]?.payload.rule).toEqual({
      order: 'same-weekday',
      withinDays: 6,
      sameHalf: false,
      leastFree: 1,
      workingDays: false,
    });
  });

  it('that makes no sense is marked, and nothing can be confirmed with it', async () => {
    const id = await published();
    await book(id, 1);
    const query = new URLSearchParams({ kind: 'close', ...good, rule: 'asked', order: 'earliest', within: '0' });
    const answer = await desk.current.manager.get(`${at('/preview')}?${query.toString()}`);
    expect(answer.statusCode).toBe(422);
    expect(answer.body).toContain('within-error');
    expect(answer.body).not.toContain('id="confirm"');
    const odd = new URLSearchParams({
      kind: 'close',
      ...good,
      rule: 'asked',
      order: 'best',
      within: 'x',
      least: '999',
    });
    expect((await desk.current.manager.get(`${at('/preview')}?${odd.toString()}`)).statusCode).toBe(422);
  });
});
