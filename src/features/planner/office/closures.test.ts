import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { addRule } from '#test/build-planner.ts';
import { useDeps } from '#test/deps.ts';
import { useOfficeDesk, words } from '#test/office-desk.ts';
import { addPlannerPages } from './routes.ts';

const deps = useDeps();
const desk = useOfficeDesk(deps, addPlannerPages);

describe('closures', () => {
  const good = {
    firstDay: '2026-11-23',
    lastDay: '',
    starts: '',
    ends: '',
    reasonIt: 'Assemblea',
    reasonEn: 'Meeting',
  };

  async function published(): Promise<number> {
    const id = await desk.current.newPlanner();
    await addRule(deps.current.db, id, {});
    await desk.current.open(`${desk.current.base}/planners/${id}/publish`);
    await desk.current.manager.post(`${desk.current.base}/planners/${id}/publish`, {});
    return id;
  }

  it('take free seats away at once and give them back when they are removed', async () => {
    const id = await published();
    const url = `${desk.current.base}/closures/new`;
    expect((await desk.current.send(url, { ...good, starts: '09:20', ends: '09:40' })).to).toBe(
      `${desk.current.base}/closures?done=added`,
    );
    expect(await desk.current.count("slot WHERE day = '2026-11-23' AND planned > 0", id)).toBe(2);
    expect((await desk.current.send(url, { ...good, lastDay: '2026-11-25' })).status).toBe(303);
    expect(await desk.current.count("slot WHERE day BETWEEN '2026-11-23' AND '2026-11-25' AND planned > 0", id)).toBe(
      0,
    );
    const page = await desk.current.open(`${desk.current.base}/closures`);
    expect(words(page)).toContain('Da lunedì 23 novembre 2026 a mercoledì 25 novembre 2026, tutto il giorno');
    for (const form of page.querySelectorAll('main form[action$=remove]'))
      await desk.current.manager.post(form.getAttribute('action') ?? '', {});
    expect(await desk.current.count("slot WHERE day BETWEEN '2026-11-23' AND '2026-11-25' AND planned > 0", id)).toBe(
      9,
    );
  });

  it('show the appointments that stand in the closed time', async () => {
    const id = await published();
    const { db } = deps.current;
    await sql`
      WITH s AS (UPDATE slot SET taken = 1 WHERE planner_id = ${id} AND starts_at IN ('2026-11-23T09:00Z', '2026-11-24T09:00Z') RETURNING id, starts_at, ends_at)
      INSERT INTO booking (code, office_id, offering_id, service_code, planner_id, slot_ids, slot_id, starts_at, ends_at, party, channel,
                           status, language, confirm_by, cancel_closes_at, created_at)
      SELECT ${`CHIUS${id}`} || extract(day FROM starts_at), ${desk.current.office.officeId}, ${desk.current.office.offeringId}, 'passport', ${id}, ARRAY[id], id, starts_at, ends_at, 1,
             'web', 'confirmed', 'it', 'nobody', starts_at, '2026-11-20' FROM s`.execute(db);
    await desk.current.send(`${desk.current.base}/closures/new`, good);
    const text = words(await desk.current.open(`${desk.current.base}/closures`));
    expect(text).toContain(`CHIUS${id}23`);
    expect(text).not.toContain(`CHIUS${id}24`);
    expect(await desk.current.count('slot WHERE taken = 1', id)).toBe(2);
  });

  it('suggest the holidays of the country, added with one click and once', async () => {
    const { db } = deps.current;
    await sql`INSERT INTO holiday (country, scope, day, name) VALUES ('GB', 'national', '2026-12-25', '{"it": "Natale", "en": "Christmas"}'),
      ('IT', 'national', '2026-12-26', '{"it": "Santo Stefano", "en": "St Stephen"}') ON CONFLICT DO NOTHING`.execute(
      db,
    );
    const text = words(await desk.current.open(`${desk.current.base}/closures`));
    expect(text).toContain('Natale');
    expect(text).not.toContain('Santo Stefano');
    expect(
      (await desk.current.manager.post(`${desk.current.base}/closures/holiday`, { day: '2026-12-25' })).headers
        .location,
    ).toBe(`${desk.current.base}/closures?done=added`);
    expect(
      (await desk.current.manager.post(`${desk.current.base}/closures/holiday`, { day: '2026-12-25' })).headers
        .location,
    ).toBe(`${desk.current.base}/closures?done=already`);
    expect(
      (await desk.current.manager.post(`${desk.current.base}/closures/holiday`, { day: "x'; DROP TABLE closure" }))
        .headers.location,
    ).toBe(`${desk.current.base}/closures?done=already`);
    expect(words(await desk.current.open(`${desk.current.base}/closures`))).toContain(
      'Hai già aggiunto tutte le festività',
    );
  });

  it('say what is wrong', async () => {
    const url = `${desk.current.base}/closures/new`;
    expect((await desk.current.send(url, {})).errors.length).toBe(3);
    expect((await desk.current.send(url, { ...good, lastDay: '2026-11-01' })).errors).toEqual([
      '#lastDay La fine viene prima dell’inizio: scrivi un giorno uguale o successivo.',
    ]);
    expect((await desk.current.send(url, { ...good, firstDay: '2026-11-01' })).errors).toEqual([
      '#firstDay Questo giorno è già passato.',
    ]);
    expect((await desk.current.send(url, { ...good, lastDay: '2028-11-01' })).errors).toEqual([
      '#lastDay Una chiusura dura al massimo un anno.',
    ]);
    expect((await desk.current.send(url, { ...good, starts: '09:00' })).errors).toEqual([
      '#ends Compila questo campo.',
    ]);
    expect((await desk.current.send(url, { ...good, planner: '424242' })).errors).toHaveLength(1);
    expect((await desk.current.send(url, good)).status).toBe(303);
    expect((await desk.current.send(url, good)).errors).toEqual([
      '#firstDay In questo periodo c’è già una chiusura uguale.',
    ]);
  });
});
