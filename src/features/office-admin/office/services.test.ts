import { sql } from 'kysely';
import { parse } from 'node-html-parser';
import { expect, it } from 'vitest';
import { findOffering } from '#features/offices/index.ts';
import { useDeps } from '#test/deps.ts';
import { useOfficeSettings } from '#test/office-settings.ts';

const deps = useDeps();
const settings = useOfficeSettings(deps);

const good = {
  active: 'yes',
  durationMinutes: '',
  partyMax: '4',
  codiceFiscale: 'if-any',
  birthDate: 'required',
  confirmBy: 'citizen',
  confirmOpensDays: '10',
  confirmClosesDays: '3',
  exempt: ['desk', 'phone'],
  cancelCutoffHours: '24',
  reasons: ['expiry', 'theft'],
  notes: 'yes',
  'instructions.it': 'Porta la vecchia carta.\n\n Arriva puntuale. ',
  'instructions.en': '',
};

const url = () => `${settings.current.base}/services/passport`;
const offering = () => findOffering(deps.current.db, settings.current.office.officeId, 'passport');

it('an office changes the rules of its service, and citizens are asked by them', async () => {
  const saved = await settings.current.send(url(), good);
  expect([saved.status, saved.to]).toEqual([303, `${settings.current.base}/services?done=saved`]);
  expect(await offering()).toMatchObject({
    partyMax: 4,
    durationMinutes: null,
    cancelCutoffHours: 24,
    reasons: ['expiry', 'theft'],
    confirmExemptChannels: ['desk', 'phone'],
    instructions: { it: ['Porta la vecchia carta.', 'Arriva puntuale.'] },
  });
  const again = parse((await settings.current.admin.get(url())).body);
  expect(again.querySelectorAll('input[name=reasons][checked]')).toHaveLength(2);
});

it('rules that do not agree are refused beside the field', async () => {
  const wrong = async (fields: Record<string, string | string[]>) =>
    (await settings.current.send(url(), { ...good, ...fields })).errors;
  expect(await wrong({ confirmClosesDays: '10' })).toEqual([
    '#confirmClosesDays La conferma deve finire dopo che è cominciata: qui serve un numero più piccolo.',
  ]);
  expect((await wrong({ birthDate: 'not-asked' }))[0]).toContain('#birthDate Chiedi almeno una delle due');
  expect(await wrong({ partyMax: '21' })).toEqual(['#partyMax Scrivi un numero da 1 a 20.']);
  expect(await wrong({ durationMinutes: 'x' })).toHaveLength(1);
  expect(await wrong({ reasons: ['made-up'] })).toHaveLength(1);
  expect(await wrong({ confirmBy: '' })).toHaveLength(1);
  expect((await settings.current.send(url(), {})).errors).toHaveLength(8);
  expect((await offering())?.partyMax).toBe(5);
});

it('a service that is switched off cannot be booked, and keeps its appointments and rules', async () => {
  await settings.current.admin.get(`${settings.current.base}/services`);
  const off = await settings.current.admin.post(`${url()}/switch`, { active: 'no' });
  expect(off.headers.location).toBe(`${settings.current.base}/services?done=switchedOff`);
  expect(await offering()).toMatchObject({ active: false, bookable: false, partyMax: 5 });
  expect((await settings.current.admin.post(`${url()}/switch`, { active: 'perhaps' })).statusCode).toBe(422);
  expect((await settings.current.admin.post(`${url()}/switch`, { active: 'yes' })).statusCode).toBe(303);
  expect(await offering()).toMatchObject({ active: true, bookable: true });
  expect(
    (await settings.current.admin.post(`${settings.current.base}/services/nothing/switch`, { active: 'no' }))
      .statusCode,
  ).toBe(404);
});

it('only the network gives an office a new service of the catalogue, once', async () => {
  await sql`INSERT INTO service (code, kinds, name, summary, instructions, documents, bookable, position)
    VALUES ('cie', '{consular}', '{"it": "Carta"}', '{"it": "—"}', '{}', '{}', true, 2) ON CONFLICT DO NOTHING`.execute(
    deps.current.db,
  );
  const list = `${settings.current.base}/services`;
  expect(parse((await settings.current.admin.get(list)).body).querySelector('#add-service')).toBeNull();
  expect((await settings.current.admin.post(list, { service: 'cie' })).statusCode).toBe(403);
  const network = await settings.current.as('network-admin', null);
  expect((await settings.current.send(list, { service: '' }, network)).errors).toHaveLength(1);
  expect((await settings.current.send(list, { service: 'cie' }, network)).to).toBe(`${list}?done=added`);
  expect((await settings.current.send(list, { service: 'cie' }, network)).errors).toEqual([
    '#service La sede ha già questo servizio.',
  ]);
  const { officeId } = settings.current.office;
  expect(await findOffering(deps.current.db, officeId, 'cie')).toMatchObject({ active: true, birthDate: 'required' });
});
