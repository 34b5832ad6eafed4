import { expect, it } from 'vitest';
import { useDeps } from '#test/deps.ts';
import { useOfficeDesk, words } from '#test/office-desk.ts';
import { firstFree } from '../../availability/first-free.query.ts';
import { openDaysAt } from '../../open-days/open-days.query.ts';
import { addPlannerPages } from '../routes.ts';

const deps = useDeps();
const desk = useOfficeDesk(deps, addPlannerPages);
const asked = {
  nameIt: 'Open day della carta',
  nameEn: 'Card open day',
  textIt: 'Porta la vecchia carta.',
  textEn: 'Bring the old card.',
  day: '12/12/2026',
  starts: '09:00',
  ends: '12:00',
  minutes: '20',
  desks: '5',
  opensDay: '01/12/2026',
  opensTime: '18:00',
  elsewhere: '4',
};

it('an open day is announced with its services, its quota and the moment at which its seats open', async () => {
  const { db, clock } = deps.current;
  const { office, base } = desk.current;
  const url = `${base}/planners/open-day`;
  expect((await desk.current.send(url, {})).errors.length).toBeGreaterThan(5);
  const fields = { ...asked, offerings: String(office.offeringId) };
  expect((await desk.current.send(url, { ...fields, opensDay: '01/11/2026' })).errors).toEqual([
    '#opensDay Questo momento è già passato.',
  ]);
  const sent = await desk.current.send(url, fields);
  expect(sent.status).toBe(303);
  expect(words(await desk.current.open(sent.to))).toContain('al massimo 4 posti di ogni giorno: chi risiede altrove');
  const before = clock.now();
  const from = before.toZonedDateTimeISO('Europe/London').toPlainDate();
  const [openDay, ...others] = await openDaysAt(db, { officeIds: [office.officeId], from });
  expect(others).toEqual([]);
  expect(openDay).toMatchObject({ name: { it: 'Open day della carta' }, starts: '09:00', ends: '12:00' });
  expect(openDay?.opensAt?.toString()).toBe('2026-12-01T18:00:00Z');
  const first = (now: Temporal.Instant) => firstFree(db, { offeringIds: [office.offeringId], now, limit: 1 });
  expect(await first(before)).toEqual([]);
  const [found] = await first(Temporal.Instant.from('2026-12-01T18:00:00Z'));
  expect(found?.date.toString()).toBe('2026-12-12');
});
