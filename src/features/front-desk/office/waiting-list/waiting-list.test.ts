import { sql } from 'kysely';
import { parse } from 'node-html-parser';
import { beforeEach, describe, expect, it } from 'vitest';
import { useDeps } from '#test/deps.ts';
import { useFrontDesk, wordsOf } from '#test/front-desk.ts';
import { waitingTools } from '#test/waiting-tools.ts';

const deps = useDeps();
const desk = useFrontDesk(deps);
const tools = waitingTools(deps);

beforeEach(async () => {
  deps.current.clock.set('2026-11-20T10:00:00Z');
  await sql`UPDATE offering SET waiting_list = true WHERE id = ${desk.current.office.offeringId}`.execute(
    deps.current.db,
  );
});

const list = 'waiting-list/passport';
const post = (page: string, fields: Record<string, string>) =>
  desk.current.officer.post(`${desk.current.base}/${page}`, fields);

describe('the waiting list at the office', () => {
  it('shows how long it is, and who waits in which order', async () => {
    const { office, open } = desk.current;
    await tools.waiting(office);
    await tools.waiting(office, { weekdays: [1, 5], party: 2 });
    expect(wordsOf(await open('waiting-list'))).toContain('passport');
    const words = wordsOf(await open(list));
    expect(words).toContain('2 persone · lunedì, venerdì');
    expect(words).toContain('0 accettati, 0 rifiutati, 0 senza risposta');
  });

  it('has a seat offered by hand, to the next it suits or to somebody chosen, with the reason kept', async () => {
    const { office, open, officerId } = desk.current;
    const never = await tools.waiting(office, { weekdays: [7] });
    const next = await tools.waiting(office);
    await open(`${list}/offer`);
    const slot = office.slots[0] ?? '';
    expect((await post(`${list}/offer`, { entry: 'next', slot, reason: '' })).statusCode).toBe(422);
    const sent = await post(`${list}/offer`, { entry: 'next', slot, reason: 'rinuncia per telefono' });
    expect(sent.headers.location).toBe(`${desk.current.base}/${list}?done=offer`);
    expect(await tools.offers(next.entryId)).toMatchObject([{ state: 'offered' }]);
    expect(await tools.offers(never.entryId)).toEqual([]);
    expect((await post(`${list}/offer`, { entry: never.entryId, slot, reason: 'urgenza' })).statusCode).toBe(303);
    const { rows } = await sql<{ by: number; why: Buffer }>`
      SELECT offered_by AS by, reason_cipher AS why FROM waiting_offer WHERE entry_id = ${never.entryId}`.execute(
      deps.current.db,
    );
    expect(rows[0]?.by).toBe(officerId);
    expect(rows[0] && deps.current.secrets.decrypt(rows[0].why)).toBe('urgenza');
    const again = await post(`${list}/offer`, { entry: never.entryId, slot, reason: 'urgenza' });
    expect([again.statusCode, wordsOf(parse(again.body)).includes('Non va bene a nessuno')]).toEqual([409, true]);
  });

  it('takes somebody off with a reason, which they are told', async () => {
    const { office, open } = desk.current;
    const { entryId } = await tools.waiting(office);
    const page = `${list}/entries/${entryId}/remove`;
    await open(page);
    expect((await post(page, { reason: ' ' })).statusCode).toBe(422);
    expect((await post(page, { reason: 'Richiesta doppia' })).statusCode).toBe(303);
    expect(await tools.stateOf(entryId)).toBe('removed');
    const told =
      await sql`SELECT FROM outbox WHERE payload ->> 'kind' = 'waiting-removed' AND payload ->> 'entryId' = ${entryId}`.execute(
        deps.current.db,
      );
    expect(told.rows).toHaveLength(1);
  });

  it('takes nobody off who joined at another office', async () => {
    const { office, open } = desk.current;
    const elsewhere = await tools.officeWithList();
    const { entryId } = await tools.waiting(elsewhere, {}, [office.offeringId]);
    const shown = await open(list);
    expect(wordsOf(shown)).toContain('da un’altra sede');
    expect(shown.toString()).not.toContain(`entries/${entryId}/remove`);
    expect((await post(`${list}/entries/${entryId}/remove`, { reason: 'Non da noi' })).statusCode).toBe(404);
    expect(await tools.stateOf(entryId)).toBe('waiting');
  });

  it('is closed to new requests, and says what the office writes', async () => {
    const { office, open } = desk.current;
    await open(`${list}/settings`);
    const wrong = await post(`${list}/settings`, { open: 'yes', offerHours: '3', mostLapses: '2' });
    expect([wrong.statusCode, wordsOf(parse(wrong.body)).includes('fra 12 e 168')]).toEqual([422, true]);
    const saved = await post(`${list}/settings`, {
      'text.it': 'Si liberano due posti a settimana',
      offerHours: '24',
      leastHours: '12',
      mostLapses: '3',
    });
    expect(saved.statusCode).toBe(303);
    expect(wordsOf(await open(list))).toContain('Chiusa a nuove richieste');
    await expect(tools.waiting(office)).rejects.toThrow('waiting-list-closed');
  });
});
