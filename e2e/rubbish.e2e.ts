import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { linkPath } from '#features/notifications/index.ts';
import type { Db } from '#platform/database.ts';
import { loadMasterSecret } from '#platform/key-ring.ts';
import { createSecrets } from '#platform/secrets.ts';
import { type Description, wrongCalls } from './steps/api-calls.ts';
import { crawl, type Site } from './steps/crawl.ts';
import { demoPassword } from './steps/enter.ts';
import { type Answer, type Client, type FoundForm, newClient } from './steps/http-client.ts';
import { type Counts, counts, openDatabase } from './steps/counts.ts';
import { each, rubbish, spoiled } from './steps/rubbish.ts';
import { sendBytes } from './steps/send-bytes.ts';
import { turnoAddress, turnoData } from './steps/this-turno.ts';

const address = turnoAddress;
const dataFolder = turnoData;
const roma = '/office/comune-h501-anagrafe';

describe('rubbish', () => {
  let db: Db;
  let before: Counts;
  const clients: Record<string, Client> = {};
  const sites: Record<string, Site> = {};
  beforeAll(async () => {
    db = await openDatabase(dataFolder);
    for (const [who, from] of [
      ['stranger', ['/', '/l/forged']],
      ['matteo.valeri', ['/']],
      ['manager.roma', ['/office', `${roma}/agenda?date=${nextWeekday()}`]],
    ] as const) {
      const client = newClient(address);
      if (who !== 'stranger') await client.logIn(who);
      const held = who === 'manager.roma' ? [] : [await takeSeat(client)];
      clients[who] = client;
      sites[who] = await crawl(client, [...held, ...from]);
    }
    before = await counts(db);
  });
  afterAll(() => db.destroy());

  it('in addresses and parameters is answered with a page or a clear refusal, whoever asks', {
    timeout: 120_000,
  }, async () => {
    const known = new Set<string>();
    const faults: string[] = [];
    for (const [who, { pages }] of Object.entries(sites)) {
      const fresh = pages.flatMap((one, turn) => spoiled(one, turn)).filter((one) => !known.has(one));
      for (const one of fresh) known.add(one);
      await each(fresh, async (path) => judge(faults, `${who} ${path}`, await clientOf(who).get(path)));
    }
    expect(faults.slice(0, 40)).toEqual([]);
    expect(known.size).toBeGreaterThan(2_000);
    expect(await counts(db)).toEqual(before);
  });

  it('in the fields of forms is told beside them and writes nothing', { timeout: 120_000 }, async () => {
    const faults: string[] = [];
    let sent = 0;
    for (const [who, { forms }] of Object.entries(sites)) {
      const client = clientOf(who);
      for (const form of forms.filter((one) => one.method === 'post' && !isAct(one))) {
        await client.get(form.page);
        const names = form.fields.length === 0 ? Object.keys(form.values) : form.fields;
        // Passwords are slow to check on purpose: such forms get everything at once only.
        const isSlow = names.includes('password');
        for (const [turn, [kind, value]] of Object.entries(rubbish).entries()) {
          const all = Object.fromEntries(names.map((name) => [name, value]));
          // All at once everywhere; one at a time, the fields take turns.
          const inTurn = names.filter((_, index) => (index + turn) % 2 === 0);
          const ones = isSlow ? [] : inTurn.map((name) => ({ [name]: value }));
          await each([all, ...ones], async (values) => {
            const answer = await client.post(form.action, { ...form.values, ...values });
            sent += 1;
            judge(faults, `${who} ${form.action} ${Object.keys(values).join()} ${kind}`, answer);
          });
        }
      }
    }
    expect(faults.slice(0, 40)).toEqual([]);
    expect(sent).toBeGreaterThan(500);
    expect(await counts(db)).toEqual(before);
  });

  it('in the calls of the API is refused with a problem that says why', { timeout: 120_000 }, async () => {
    const login = { email: 'manager.roma@demo.example', password: demoPassword };
    const token = await tokenOf(login);
    // As JSON: the description that the product gives of itself.
    const described = (await (await fetch(`${address}/api/v1/openapi.json`)).json()) as Description;
    const calls = wrongCalls(described);
    const faults: string[] = [];
    await each(calls, async ({ method, path, body }) => {
      const headers = {
        authorization: `Bearer ${token}`,
        ...(body !== undefined && { 'content-type': 'application/json' }),
      };
      const hasBody = body !== undefined && method !== 'GET';
      const response = await fetch(`${address}${path}`, { method, headers, ...(hasBody && { body }) });
      const answer = await response.text();
      const isProblem = response.headers.get('content-type')?.startsWith('application/problem+json') === true;
      const isFine =
        response.status < 300 ? method === 'GET' : response.status < 500 && isProblem && answer.includes('"title"');
      if (!isFine)
        faults.push(
          `${method} ${path.slice(0, 150)} ${body?.slice(0, 150) ?? ''}: ${response.status} ${answer.slice(0, 100)}`,
        );
    });
    expect(faults.slice(0, 40)).toEqual([]);
    expect(calls.length).toBeGreaterThan(1_000);
    expect(await counts(db)).toEqual(before);
  });

  it('in place of the token of a form stops the form, whatever it would have done', async () => {
    const faults: string[] = [];
    for (const [who, { forms }] of Object.entries(sites)) {
      for (const form of forms.filter(({ method }) => method === 'post')) {
        for (const _csrf of ['', 'forged', `${'A'.repeat(8)}-${'B'.repeat(27)}`]) {
          const answer = await clientOf(who).post(form.action, { ...form.values, slot: '1', _csrf });
          // Buttons of a hold, and the one that ends the login, lead back to where they work.
          const isAgain = /^\/(holds\/.*\/(extend|leave)|logout)$/.test(form.action) && answer.status === 303;
          const isStopped = answer.status === 403 || isAgain;
          if (!isStopped) faults.push(`${who} ${form.action}: ${answer.status}`);
        }
      }
    }
    expect(faults).toEqual([]);
    expect(await counts(db)).toEqual(before);
    expect((await clientOf('manager.roma').get(`${roma}/agenda`)).status).toBe(200);
  });

  it('is named for what it is: what does not exist, is over, is another’s, is too large or no JSON', async () => {
    const client = clientOf('matteo.valeri');
    const foreignHold = sites['stranger']?.pages.find((page) => page.startsWith('/holds/')) ?? '';
    expect(foreignHold).not.toBe('');
    const secrets = createSecrets(loadMasterSecret({ secret: undefined, dataFolder }));
    const longAgo = Temporal.Instant.from('2020-01-01T00:00:00Z');
    const expired = linkPath(secrets, { code: 'K7QF29MX', endsAt: longAgo });
    const anyone = `${roma}/bookings/K7QF29MX`;
    for (const [path, status] of [
      ['/offices/nowhere', 404],
      ['/offices/cons-london/nothing', 404],
      ['/bookings/K7QF29MX', 404],
      ['/holds/00000000-0000-4000-8000-000000000000', 404],
      [foreignHold, 404],
      [`${foreignHold}/summary`, 404],
      [anyone, 403],
      [expired, 410],
      ['/l/forged', 404],
      [`${expired.slice(0, -2)}xx`, 404],
      ['/verify-email?token=forged', 410],
      ['/api/v1/offices/nowhere', 404],
      ['/api/v1/offices/cons-london/services/passport/slots?date=yesterday', 422],
      [`/api/v1${foreignHold}/extend`, 404],
    ] as const) {
      expect((await client.get(path)).status, path).toBe(status);
    }
    // The rubbish before may have pressed the language switch.
    await client.get('/?lang=it');
    const past = await client.get('/offices/cons-london/passport/times?date=2020-01-01');
    expect(past.body).toContain('Questo giorno è passato');
    expect((await client.post(foreignHold, { who: 'me' })).status).toBe(404);
    expect((await client.post(`${foreignHold}/book`, {})).status).toBe(404);

    const mega = 1024 * 1024;
    for (const [path, type] of [
      ['/api/v1/holds', 'application/json'],
      ['/api/v1/sessions', 'application/json'],
      ['/login', 'application/x-www-form-urlencoded'],
    ] as const) {
      expect(await sendBytes(address, { path, type, body: '{"office":' }), path).toBeOneOf([400, 403]);
      expect(await sendBytes(address, { path, type, body: `"${'x'.repeat(2 * mega)}"` }), path).toBe(413);
      expect(await sendBytes(address, { path, type, size: 50 * mega }), path).toBe(413);
      expect(await sendBytes(address, { path, type, size: 50 * mega, chunked: true }), path).toBe(413);
    }
    expect(await sendBytes(address, { path: '/login', type: 'multipart/form-data', size: 50 * mega })).toBe(415);
    expect(await counts(db)).toEqual(before);
  });

  function clientOf(who: string): Client {
    const client = clients[who];
    if (client === undefined) throw new Error(`nobody is called ${who}`);
    return client;
  }
});

async function tokenOf(login: object): Promise<string> {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(`${address}/api/v1/sessions`, { method: 'POST', headers, body: JSON.stringify(login) });
  // The API's own shape.
  return ((await response.json()) as { token: string }).token;
}

/** A clear answer, and nothing of what was sent has become part of the page. */
function judge(faults: string[], what: string, { status, body }: Answer): void {
  if (status >= 500) faults.push(`${what.slice(0, 200)}: ${status}`);
  if (body.includes('<script>alert') || body.includes('<img src=x'))
    faults.push(`${what}: the page holds what was sent`);
  if (
    status < 300 &&
    !body.includes('</html>') &&
    !body.startsWith('{') &&
    !/^(BEGIN:|Contact:|%PDF-|<\?xml |office,officeName,|part;group;)/.test(body)
  )
    faults.push(`${what}: half a page`);
}

/** A button that does something as it stands, where there is nothing to fill in. */
function isAct({ action, fields }: FoundForm): boolean {
  return fields.length === 0 && action !== '/holds';
}

async function takeSeat(client: Client): Promise<string> {
  const service = '/offices/cons-london/passport';
  const day = /times\?date=[\d-]+/.exec((await client.get(service)).body)?.[0] ?? '';
  const slot = /name="slot" value="(\d+)"/.exec((await client.get(`${service}/${day}`)).body)?.[1] ?? '';
  const { location } = await client.post('/holds', { office: 'cons-london', service: 'passport', party: '1', slot });
  return location;
}

function nextWeekday(): string {
  let day = Temporal.Now.plainDateISO('Europe/Rome').add({ days: 1 });
  while (day.dayOfWeek > 5) day = day.add({ days: 1 });
  return day.toString();
}
