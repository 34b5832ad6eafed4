import { sql } from 'kysely';
import { parse } from 'node-html-parser';
import { beforeEach, describe, expect, it } from 'vitest';
import { officeContacts, officeRecord } from '#features/offices/index.ts';
import { useDeps } from '#test/deps.ts';
import { useOfficeSettings } from '#test/office-settings.ts';
import type { TestBrowser } from '#test/slice-app.ts';
import { mostBytes } from './contacts-file.ts';

const deps = useDeps();
const settings = useOfficeSettings(deps);
let network: TestBrowser;

beforeEach(async () => {
  await sql`UPDATE account SET email = 'former-' || id || '@prova.example' WHERE email LIKE 'network-admin-%'`.execute(
    deps.current.db,
  );
  network = await settings.current.as('network-admin', null);
  await network.get('/network/contacts');
});

const code = () => settings.current.office.officeCode;
const record = () => officeRecord(deps.current.db, settings.current.office.officeId);

async function paste(content: string) {
  return network.post('/network/contacts', { rows: content });
}

/** Sends rows that can be read, and opens what they would do. */
async function dryRun(content: string) {
  const to = (await paste(content)).headers.location ?? '';
  return { to, page: parse((await network.get(to)).body) };
}

describe('contacts in bulk', () => {
  it('are looked at before anything is written, then written together and written down', async () => {
    const { to, page } = await dryRun(
      `code;email;phone;notice_it\n${code()};a@ente.example;+39 06 1234 5678;Chiuso lunedì`,
    );
    expect(page.structuredText).toContain('Cambierebbe 1 sede, su 1 riga.');
    expect((await record())?.email).toBeNull();
    const applied = await network.post(`${to}/apply`, {});
    expect([applied.statusCode, applied.headers.location]).toEqual([303, to]);
    expect(await record()).toMatchObject({
      email: 'a@ente.example',
      phone: '+39 06 1234 5678',
      notice: { it: 'Chiuso lunedì' },
    });
    expect((await record())?.changedBy).not.toBeNull();
    expect(parse((await network.get(to)).body).structuredText).toContain('1 sede aggiornata');
    expect((await network.post(`${to}/apply`, {})).statusCode).toBe(303);
    const { rows } = await sql<{
      n: number;
    }>`SELECT count(*)::int AS n FROM audit_entry WHERE action = 'import-contacts'`.execute(deps.current.db);
    expect(rows[0]?.n).toBe(1);
  });

  it('leave what a cell does not name, and take away what a dash says', async () => {
    const first = await dryRun(
      `code;email;phone;hours_it;hours_en\n${code()};a@ente.example;+39 06 1234;Lunedì;Monday`,
    );
    await network.post(`${first.to}/apply`, {});
    const second = await dryRun(`code;email;phone;hours_it;hours_en\n${code()};;-;;-`);
    await network.post(`${second.to}/apply`, {});
    expect(await record()).toMatchObject({ email: 'a@ente.example', phone: null, hours: { it: 'Lunedì' } });
    const third = await dryRun(`code;email\n${code()};a@ente.example`);
    expect(third.page.structuredText).toContain('Nessuna sede cambierebbe');
    expect(third.page.querySelector('form[action$=apply]')).toBeNull();
  });

  it('with one mistake are not written at all, and every mistake has its line', async () => {
    const { to, page } = await dryRun(
      `code;email;notice_en\n${code()};good@ente.example;\nnowhere;x@ente.example;\n${code()};bad;\n;;Only English`,
    );
    const told = page
      .querySelectorAll('tbody tr')
      .map((row) => row.querySelectorAll('th, td').map((cell) => cell.text.trim()));
    expect(told).toEqual([
      ['3', 'nowhere', 'code', 'Nessuna sede ha questo codice.'],
      ['4', code(), 'code', 'Questa sede c’è già in una riga sopra.'],
      ['4', code(), 'email', 'L’indirizzo e-mail non è completo.'],
      ['5', '', 'code', 'Manca il codice della sede.'],
      ['5', '', 'notice_it', 'Manca il testo in italiano.'],
    ]);
    const applied = await network.post(`${to}/apply`, {});
    expect(applied.statusCode).toBe(409);
    expect((await record())?.email).toBeNull();
  });

  it('come as a file too, bounded in size', async () => {
    const upload = (content: Buffer) => sendFile(network, content);
    const windows = Buffer.from(`code,address\n${code()},Via Libert\xe0 1`, 'latin1');
    const to = (await upload(windows)).headers.location ?? '';
    await network.post(`${to}/apply`, {});
    expect((await record())?.address).toBe('Via Libertà 1');
    expect((await upload(Buffer.alloc(mostBytes + 1, 'x'))).statusCode).toBe(413);
    const picture = await upload(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0]));
    expect([picture.statusCode, picture.body.includes('Questo non è un file di testo')]).toEqual([422, true]);
  });

  it('that are cut off on their way, or are no file at all, are a bad request', async () => {
    const send = (type: string, payload: string) =>
      network.send({ method: 'POST', url: '/network/contacts', headers: { 'content-type': type }, payload });
    const part = '--limit\r\ncontent-disposition: form-data; name="file"; filename="a.csv"\r\n\r\ncode';
    const limited = 'multipart/form-data; boundary=limit';
    const answers = [
      await send(limited, part),
      await send(limited, '--other\r\n'),
      await send('multipart/form-data', 'x'),
    ];
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([400, 400, 400]);
  });

  it('are another person’s only', async () => {
    const { to } = await dryRun(`code;email\n${code()};a@ente.example`);
    await sql`UPDATE account SET email = 'former-' || id || '@prova.example' WHERE email LIKE 'network-admin-%'`.execute(
      deps.current.db,
    );
    const other = await settings.current.as('network-admin', null);
    await other.get('/network/contacts');
    expect((await other.get(to)).statusCode).toBe(404);
    expect((await other.post(`${to}/apply`, {})).statusCode).toBe(404);
  });

  it('leave as a file of all offices', async () => {
    const file = await network.get('/network/contacts.csv');
    expect(file.headers['content-disposition']).toBe('attachment; filename="turno-contatti.csv"');
    const all = await officeContacts(deps.current.db, {});
    expect(file.body.split('\r\n')).toHaveLength(all.length + 2);
    expect((await network.get('/network/contacts-template.csv')).body).toMatch(/^\uFEFFcode;name;city;address/);
  });
});

/** Sends a file as a browser does, with the token of the page's form. */
async function sendFile(browser: TestBrowser, content: Buffer) {
  const page = parse((await browser.get('/network/contacts')).body);
  const csrf = page.querySelector('input[name=_csrf]')?.getAttribute('value') ?? '';
  const part = (name: string, more = '') => `--limit\r\ncontent-disposition: form-data; name="${name}"${more}\r\n`;
  const payload = Buffer.concat([
    Buffer.from(`${part('_csrf')}\r\n${csrf}\r\n${part('rows')}\r\n\r\n`),
    Buffer.from(`${part('file', '; filename="contatti.csv"')}content-type: text/csv\r\n\r\n`),
    content,
    Buffer.from('\r\n--limit--\r\n'),
  ]);
  return browser.send({
    method: 'POST',
    url: '/network/contacts',
    headers: { 'content-type': 'multipart/form-data; boundary=limit', 'accept-language': 'it' },
    payload,
  });
}
