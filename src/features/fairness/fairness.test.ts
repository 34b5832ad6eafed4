import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import type { FastifyInstance } from 'fastify';
import type { Deps } from '#platform/deps.ts';
import { addRule, publish } from '#test/build-planner.ts';
import { buildCrowd } from '#test/build-crowd.ts';
import { useDeps } from '#test/deps.ts';
import { useOfficeDesk, words } from '#test/office-desk.ts';
import { addFairness, addReleaseOverview, measureFairness } from './index.ts';

const deps = useDeps();
const desk = useOfficeDesk(deps, (app: FastifyInstance, all: Deps) => {
  addFairness(app, all);
  addReleaseOverview(app, all);
});

let made = 0;

async function crowd(more: { people?: number; seats?: number; live?: boolean } = {}) {
  const { office, newPlanner } = desk.current;
  made += 1;
  const code = `rolling-${made}-2027-01-14`;
  const plannerId = await newPlanner();
  const { officeId, offeringId } = office;
  const roomId = await buildCrowd(deps.current.db, { officeId, plannerId, offeringId, code, ...more });
  return { code, roomId, plannerId, page: `${desk.current.base}/releases/${code}` };
}

describe('the report of a release that is over', () => {
  it('says how many tried, with what chance, and that arrival made no difference', async () => {
    const { page, code } = await crowd();
    expect(await measureFairness(deps.current)).toBe(1);
    expect(await measureFairness(deps.current)).toBe(0);
    const shown = words(await desk.current.open(page));
    expect(shown).toContain('Posti40');
    expect(shown).toContain('Persone200');
    expect(shown).toContain('Probabilità di un posto20%');
    expect(shown).toContain('Ultimo posto dopo30 minuti');
    expect(shown).toContain('No. Chi è arrivato nel primo quarto');
    const { rows } = await sql<{ value: string; people: number | null }>`
      SELECT value, people FROM fairness_figure WHERE code = ${code} AND part = 'device' ORDER BY value`.execute(
      deps.current.db,
    );
    // Two came with programs: they are not told, nor can they be subtracted.
    expect(rows.map(({ people }) => people === null)).toEqual([true, false, true]);
  });

  it('stays when the people’s tickets are gone', async () => {
    const { page, roomId } = await crowd();
    await measureFairness(deps.current);
    await sql`UPDATE room SET release_id = NULL WHERE id = ${roomId}`.execute(deps.current.db);
    await sql`DELETE FROM room WHERE id = ${roomId}`.execute(deps.current.db);
    expect(words(await desk.current.open(page))).toContain('Persone200');
  });

  it('is everybody’s only while the office publishes it', async () => {
    const { page, code } = await crowd();
    await measureFairness(deps.current);
    const { app, manager } = desk.current;
    const open = (url: string) => app.inject({ url });
    await manager.get(page);
    expect((await open(`/fairness/${code}`)).statusCode).toBe(404);
    expect((await open(`/api/v1/releases/${code}/fairness`)).statusCode).toBe(404);
    expect((await manager.post(`${page}/publish`, {})).headers.location).toBe(`${page}?done=published`);
    const published = await open(`/fairness/${code}`);
    expect(published.statusCode).toBe(200);
    expect(published.body).toContain('Com’è andata');
    const json = (await open(`/api/v1/releases/${code}/fairness`)).json<Record<string, unknown>>();
    expect(json).toMatchObject({
      release: code,
      seats: 40,
      people: 200,
      withSeat: 40,
      order: 'draw',
      secondsToLastSeat: 1800,
    });
    expect((await open(`/fairness/${code}/figures.csv`)).body).toContain('outcome;booked;40');
    await manager.post(`${page}/take-back`, {});
    expect((await open(`/fairness/${code}`)).statusCode).toBe(404);
  });

  it('tells nothing of a crowd of three', async () => {
    const { page } = await crowd({ people: 3, seats: 1 });
    await measureFairness(deps.current);
    const shown = words(await desk.current.open(page));
    expect(shown).toContain('meno di cinque');
    expect(shown).not.toContain('Persone3');
  });

  it('of a release without a room says what nobody knows', async () => {
    const { newPlanner, base } = desk.current;
    const { db, clock } = deps.current;
    const plannerId = await newPlanner();
    await addRule(db, plannerId, {});
    await publish(db, plannerId, clock.now());
    await sql`INSERT INTO release (code, planner_id, kind, opens_at, last_opens_at, first_day, last_day, seats, created_at)
      VALUES (${`manual-${plannerId}-1`}, ${plannerId}, 'manual', '2026-11-20T08:00Z', '2026-11-20T08:00Z', '2026-12-01', '2026-12-01', 6, '2026-11-19T00:00Z')`.execute(
      db,
    );
    await measureFairness(deps.current);
    const shown = words(await desk.current.open(`${base}/releases/manual-${plannerId}-1`));
    expect(shown).toContain('Questa apertura non aveva una sala d’attesa');
  });
});

describe('the office’s pages of releases', () => {
  it('show a room while it lives', async () => {
    const { page } = await crowd({ live: true });
    const shown = words(await desk.current.open(page));
    expect(shown).toContain('La sala adesso');
    expect(shown).toContain('Aspettano160');
    expect(shown).toContain('Il report si fa da solo');
  });

  it('put all planners along one line, what comes above what was', async () => {
    const { code, plannerId } = await crowd();
    await addRule(deps.current.db, plannerId, {});
    await publish(deps.current.db, plannerId, deps.current.clock.now());
    const page = await desk.current.open(`${desk.current.base}/releases`);
    expect(page.querySelectorAll('.t-release-line')).toHaveLength(2);
    expect(page.querySelector(`a[href$="/releases/${code}"]`)).not.toBeNull();
  });

  it('are nobody else’s', async () => {
    const { code } = await crowd();
    const other = await sql<{
      code: string;
    }>`SELECT code FROM office WHERE code <> ${desk.current.office.officeCode} LIMIT 1`.execute(deps.current.db);
    expect((await desk.current.manager.get(`${desk.current.base}/releases/none-such`)).statusCode).toBe(404);
    const elsewhere = other.rows[0]?.code;
    if (elsewhere)
      expect((await desk.current.manager.get(`/office/${elsewhere}/releases/${code}`)).statusCode).not.toBe(200);
  });
});
