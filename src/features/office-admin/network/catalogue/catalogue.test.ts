import { parse } from 'node-html-parser';
import { beforeAll, expect, it } from 'vitest';
import { findService, importReferenceData, listServices } from '#features/offices/index.ts';
import { useDeps } from '#test/deps.ts';
import { useOfficeSettings } from '#test/office-settings.ts';
import type { TestBrowser } from '#test/slice-app.ts';

const deps = useDeps();
const settings = useOfficeSettings(deps);
let network: TestBrowser;
beforeAll(async () => {
  const { db, clock } = deps.current;
  await db.transaction().execute((tx) => importReferenceData(tx, { now: clock.now() }));
});

const list = '/network/catalogue';
const codes = async () => (await listServices(deps.current.db)).map(({ code }) => code);

async function fieldsOf(url: string): Promise<Record<string, string | string[]>> {
  const page = parse((await network.get(url)).body);
  const fields: Record<string, string | string[]> = {};
  for (const field of page.querySelectorAll('#entry input, #entry textarea')) {
    const name = field.getAttribute('name') ?? '';
    if (field.getAttribute('type') === 'checkbox' && !field.hasAttribute('checked')) continue;
    const value = field.tagName === 'TEXTAREA' ? field.text : (field.getAttribute('value') ?? '');
    fields[name] = name in fields ? [fields[name] ?? '', value].flat() : value;
  }
  return fields;
}

it('the network reads, writes, adds to and orders the catalogue', async () => {
  network = await settings.current.as('network-admin', null);
  const page = parse((await network.get(list)).body);
  expect(page.querySelectorAll('main table tbody tr').length).toBe((await codes()).length);

  // Every entry of the shipped data can be saved as it is, and nothing changes.
  const before = await listServices(deps.current.db);
  for (const code of await codes()) {
    const url = `${list}/${code}`;
    expect([(await settings.current.send(url, await fieldsOf(url), network)).to, code]).toEqual([
      `${url}?done=unchanged`,
      code,
    ]);
  }
  expect(await listServices(deps.current.db)).toEqual(before);

  const url = `${list}/passport?with=de`;
  const changes = {
    'summary.it': 'Il passaporto ordinario.',
    'summary.de': 'Der Reisepass.',
    'documents.consular.it': 'Vecchio passaporto\nDenuncia | in caso di furto',
    'documents.consular.en': 'Old passport\nPolice report | in case of theft',
  };
  const stale = await fieldsOf(url);
  expect((await settings.current.send(url, { ...stale, ...changes }, network)).to).toContain('?done=saved');
  const passport = await findService(deps.current.db, 'passport');
  expect(passport?.summary).toMatchObject({ it: 'Il passaporto ordinario.', de: 'Der Reisepass.' });
  expect(passport?.documents.consular?.[1]).toEqual({
    text: { it: 'Denuncia', en: 'Police report' },
    when: { it: 'in caso di furto', en: 'in case of theft' },
  });
  expect((await settings.current.send(url, { ...stale, ...changes }, network)).status).toBe(409);
  const wrong = { ...(await fieldsOf(url)), 'name.it': '', 'documents.consular.en': 'One', kinds: [] };
  const refused = await settings.current.send(url, wrong, network);
  expect(refused.status).toBe(422);
  expect(refused.errors.map((error) => error.split(' ')[0]).sort()).toEqual([
    '#documents-consular-en',
    '#kinds',
    '#name-it',
  ]);

  const added = await settings.current.send(
    list,
    { code: 'marriage-record', name: 'Nozze', kinds: 'consular' },
    network,
  );
  expect(added.to).toBe(`${list}/marriage-record?done=added`);
  expect((await codes()).at(-1)).toBe('marriage-record');
  const bad = async (fields: Record<string, string>) =>
    (await settings.current.send(list, { code: 'x-y-z', name: 'X', kinds: 'consular', ...fields }, network)).errors;
  expect(await bad({ code: 'Not A Code' })).toEqual([expect.stringContaining('#code Usa da 3 a 40 lettere')]);
  expect(await bad({ code: 'privacy' })).toEqual(['#code Questo codice è già preso.']);
  expect(await bad({ code: 'passport' })).toEqual(['#code Questo codice è già preso.']);
  expect(await bad({ name: '' })).toHaveLength(1);

  const order = await codes();
  await network.get(list);
  expect((await network.post(`${list}/marriage-record/move`, { to: 'up' })).statusCode).toBe(303);
  expect((await codes()).slice(-2)).toEqual(['marriage-record', order.at(-2)]);
  expect((await network.post(`${list}/marriage-record/move`, { to: 'sideways' })).statusCode).toBe(422);
  expect((await network.get(`${list}/nothing`)).statusCode).toBe(404);

  // An import of the data leaves alone what was changed here, and offices may be given what was added.
  const { db, clock } = deps.current;
  await db.deleteFrom('data_import').execute();
  await db.transaction().execute((tx) => importReferenceData(tx, { now: clock.now() }));
  expect((await findService(db, 'passport'))?.summary.it).toBe('Il passaporto ordinario.');
  expect((await codes()).slice(-2)).toEqual(['marriage-record', order.at(-2)]);
  const services = `${settings.current.base}/services`;
  const given = await settings.current.send(services, { service: 'marriage-record' }, network);
  expect(given.to).toBe(`${services}?done=added`);
});
