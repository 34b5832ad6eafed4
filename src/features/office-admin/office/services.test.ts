import { sql } from 'kysely';
import { parse } from 'node-html-parser';
import { expect, it } from 'vitest';
import { findOffering } from '#features/offices/index.ts';
import { useDeps } from '#test/deps.ts';
import { useOfficeSettings } from '#test/office-settings.ts';

const deps = useDeps();
const settings = useOfficeSettings(deps);

const url = () => `${settings.current.base}/services/passport`;
const offering = () => findOffering(deps.current.db, settings.current.office.officeId, 'passport');

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
