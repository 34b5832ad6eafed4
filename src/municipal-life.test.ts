import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import { sql } from 'kysely';
import { parse } from 'node-html-parser';
import { beforeAll, expect, it } from 'vitest';
import { hashPassword, makeCodiceFiscale } from '#features/identity/index.ts';
import { buildAccount, buildOffice, type BuiltOffice } from '#test/build-office.ts';
import { buildRole } from '#test/build-role.ts';
import { useDeps } from '#test/deps.ts';
import { drain, testMailbox, tick } from '#test/drain.ts';
import { formWith } from '#test/files.ts';
import { portraitJpeg } from '#test/photos.ts';
import { type TestBrowser, testBrowser } from '#test/slice-app.ts';
import { createApp } from './app.ts';

const deps = useDeps();
let app: FastifyInstance;
let fiumicino: BuiltOffice;
let padova: BuiltOffice;

beforeAll(async () => {
  app = await createApp(deps.current);
  const { db, clock } = deps.current;
  clock.set('2027-02-20T09:00:00Z');
  await sql`
    INSERT INTO municipality (code, istat, name, province_code, province, region, lat, lon, search) VALUES
      ('M297', '058120', 'Fiumicino', 'RM', 'Roma', 'Lazio', 41.77, 12.23, 'fiumicino'),
      ('G224', '028060', 'Padova', 'PD', 'Padova', 'Veneto', 45.41, 11.88, 'padova')`.execute(db);
  const town = { kind: 'municipal', service: 'cie', zone: 'Europe/Rome', from: '2027-03-20T09:00:00Z' } as const;
  fiumicino = await buildOffice(db, { ...town, code: 'comune-m297-anagrafe', slots: 4, capacity: 5 });
  padova = await buildOffice(db, { ...town, code: 'comune-g224-anagrafe' });
  await sql`UPDATE office SET municipality_code = upper(substr(code, 8, 4)), lat = 41.77, lon = 12.23`.execute(db);
  await sql`UPDATE office SET country = 'GB', email = 'anagrafe@' || code || '.example'`.execute(db);
  await sql`
    UPDATE offering SET codice_fiscale = 'required', birth_date = 'not-asked', clearance = 'required', clearance_days = 7,
      confirm_by = 'citizen', photo = 'optional', delivery = 'optional', delivery_modes = '{office,italy}'
    WHERE id = ${fiumicino.offeringId}`.execute(db);
  return () => app.close();
});

const textOf = ({ body }: LightMyRequestResponse) =>
  parse(body).querySelector('main')?.textContent.replace(/\s+/g, ' ') ?? '';

/** The address that a page's button sends its form to. */
function actionWith({ body }: LightMyRequestResponse, words: string): string {
  const form = parse(body)
    .querySelectorAll('main form')
    .find((one) => one.querySelectorAll('button').some((button) => button.text.includes(words)));
  return form?.getAttribute('action') ?? '';
}

async function loggedIn(email: string): Promise<{ authorization: string }> {
  const payload = { email, password: 'una frase da ricordare' };
  const answer = await app.inject({ method: 'POST', url: '/api/v1/sessions', payload });
  return { authorization: `Bearer ${answer.json<{ token: string }>().token}` };
}

async function accountWithPassword(id: number): Promise<void> {
  const password = await hashPassword('una frase da ricordare');
  await sql`UPDATE account SET password_hash = ${password} WHERE id = ${id}`.execute(deps.current.db);
}

it('one life: found at once, held, booked with four fields, consented to elsewhere, confirmed, with its photo, served, and counted', async () => {
  const { db, clock } = deps.current;
  const mailbox = testMailbox();
  const citizenId = await buildAccount(db, 'ada@prova.example');
  await accountWithPassword(citizenId);

  const officerId = await buildRole(db, 'officer', padova.officeId);
  await accountWithPassword(officerId);

  // The first date, before any login.
  const stranger = await testBrowser(app, deps.current);
  const found = textOf(await stranger.get('/first-date?service=cie&municipality=M297'));
  expect(found).toContain('comune-m297-anagrafe');
  expect(found).toContain('20 mar');
  const first = await app.inject({ url: '/api/v1/first-available?service=cie&municipality=M297' });
  expect(first.json<{ items: { date: string }[] }>().items[0]?.date).toBe('2027-03-20');

  // Held by nobody known; then the login; then name, surname, codice fiscale, municipality.
  const wish = { office: fiumicino.officeCode, service: 'cie', slot: fiumicino.slots[1], party: 1 };
  const held = await app.inject({ method: 'POST', url: '/api/v1/holds', payload: wish });
  const { id: hold, secret } = held.json<{ id: string; secret: string }>();
  let headers = await loggedIn('ada@prova.example');
  const born = { birthDate: Temporal.PlainDate.from('1980-05-05'), sex: 'F', birthPlaceCode: 'H501' } as const;
  const codiceFiscale = makeCodiceFiscale({ givenName: 'Ada', familyName: 'Prova', ...born });
  const booked = await app.inject({
    method: 'POST',
    url: '/api/v1/bookings',
    headers: { ...headers, 'hold-secret': secret },
    payload: {
      hold,
      people: [{ givenName: 'Ada', familyName: 'Prova', codiceFiscale }],
      clearance: { residence: 'G224' },
      privacyAccepted: true,
    },
  });
  expect([booked.statusCode, booked.json<{ status: string }>().status]).toEqual([201, 'awaiting-clearance']);
  const { code } = booked.json<{ code: string }>();
  let citizen = await testBrowser(app, deps.current, citizenId);
  const status = async () =>
    (await app.inject({ url: `/api/v1/bookings/${code}`, headers })).json<{ status: string }>().status;

  // The municipality of residence answers in its inbox.
  await drain(deps.current, mailbox);
  const officer = await loggedIn(`officer-${padova.officeId}@prova.example`);
  const asked = `/api/v1/offices/${padova.officeCode}/clearances`;
  const [request] = (await app.inject({ url: asked, headers: officer })).json<{
    items: { id: string; bookingCode: string }[];
  }>().items;
  expect(request?.bookingCode).toBe(code);
  expect(textOf(await citizen.get(`/bookings/${code}`))).toContain('Padova');
  const grant = { method: 'POST', url: `${asked}/${request?.id}/grant`, headers: officer } as const;
  expect((await app.inject({ ...grant, payload: { protocol: 'PD/7' } })).statusCode).toBe(200);
  expect(await status()).toBe('booked');
  await drain(deps.current, mailbox);
  expect(textOf(await citizen.get(`/bookings/${code}`))).toContain('PD/7');

  // Ten days before, the request to confirm comes by e-mail, and its link confirms without a login.
  clock.set('2027-03-11T09:00:00Z');
  const mails = await tick(deps.current, mailbox);
  const mail = mails.find(({ to, text }) => to === 'ada@prova.example' && /\/l\//.test(text));
  const link = new URL(/https?:\/\/\S+\/l\/[\w.-]+/.exec(mail?.text ?? '')?.[0] ?? 'https://no.example/');
  const reader = await testBrowser(app, deps.current);
  const opened = await reader.get(link.pathname);
  expect((await reader.post(actionWith(opened, 'Conferma'), {})).statusCode).toBe(303);
  headers = await loggedIn('ada@prova.example');
  citizen = await testBrowser(app, deps.current, citizenId);
  expect(await status()).toBe('confirmed');

  // A photo that the checks advise against, as it is a drawing, kept with a reason.
  const photo = await formWith({}, { photo: { name: 'photo.jpg', bytes: await portraitJpeg() } });
  const put = { method: 'PUT', url: `/api/v1/bookings/${code}/photo`, payload: photo.payload } as const;
  const judged = await app.inject({ ...put, headers: { ...photo.headers, ...headers } });
  expect([judged.statusCode, judged.json<{ verdict: string }>().verdict]).toEqual([200, 'fail']);
  const kept = { method: 'POST', url: `${put.url}/accept`, payload: { reason: 'no-better' } } as const;
  expect((await app.inject({ ...kept, headers })).statusCode).toBe(200);
  const receipt = await citizen.get(`/bookings/${code}/receipt.pdf`);
  expect(receipt.headers['content-type']).toBe('application/pdf');

  // The day: arrived, served; the next minute the report knows.
  clock.set('2027-03-20T09:15:00Z');
  const operatorId = await buildRole(db, 'office-admin', fiumicino.officeId);
  await accountWithPassword(operatorId);
  const operator = await loggedIn(`office-admin-${fiumicino.officeId}@prova.example`);
  for (const act of ['check-in', 'serve']) {
    const url = `/api/v1/offices/${fiumicino.officeCode}/bookings/${code}/${act}`;
    expect((await app.inject({ method: 'POST', url, headers: operator })).statusCode, act).toBe(200);
  }
  headers = await loggedIn('ada@prova.example');
  expect(await status()).toBe('served');
  await tick(deps.current, mailbox);
  const report = `/api/v1/offices/${fiumicino.officeCode}/reports/days?from=2027-02-20&to=2027-03-20`;
  const { items } = (await app.inject({ url: report, headers: operator })).json<{ items: object[] }>();
  expect(items[0]).toMatchObject({ day: '2027-02-20', made: 1 });
  expect(items.at(-1)).toMatchObject({ day: '2027-03-20', offered: 20, taken: 1, appointments: 1, served: 1 });
  const manager: TestBrowser = await testBrowser(app, deps.current, operatorId);
  expect((await manager.get(`/office/${fiumicino.officeCode}/reports`)).statusCode).toBe(200);
});
