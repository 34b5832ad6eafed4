import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { parse } from 'node-html-parser';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildAccount, buildOffice, type BuiltOffice } from '#test/build-office.ts';
import { buildRole } from '#test/build-role.ts';
import { useDeps } from '#test/deps.ts';
import { sliceApp, type TestBrowser, testBrowser } from '#test/slice-app.ts';
import { mostPictureBytes, pageWrittenFrom } from './help.rules.ts';
import { helpToTell } from './help-to-tell.query.ts';
import { addHelpPages } from './routes.ts';
import { helpTasks } from './forget-help.job.ts';

const deps = useDeps();
let app: FastifyInstance;
let office: BuiltOffice;
let operator: TestBrowser;
let network: TestBrowser;

const png = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.alloc(40, 7)]);

beforeAll(async () => {
  app = await sliceApp(deps.current, addHelpPages);
  office = await buildOffice(deps.current.db);
  operator = await as('operator');
  network = await as('network-admin', null);
});

async function as(role: Parameters<typeof buildRole>[1], officeId: number | null = office.officeId) {
  return testBrowser(app, deps.current, await buildRole(deps.current.db, role, officeId));
}

/** A form with files, as a browser sends it. */
async function sendForm(
  browser: TestBrowser,
  url: string,
  fields: Record<string, string>,
  files: readonly { name: string; bytes: Buffer }[] = [],
) {
  const csrf =
    parse((await browser.get(url)).body)
      .querySelector('main input[name=_csrf]')
      ?.getAttribute('value') ?? '';
  const form = new FormData();
  for (const [name, value] of Object.entries({ _csrf: csrf, ...fields })) form.append(name, value);
  for (const { name, bytes } of files) form.append('pictures', new Blob([new Uint8Array(bytes)]), name);
  const request = new Request('http://localhost/', { method: 'POST', body: form });
  const response = await browser.send({
    method: 'POST',
    url,
    headers: { 'content-type': request.headers.get('content-type') ?? '', 'accept-language': 'it' },
    payload: Buffer.from(await request.arrayBuffer()),
  });
  const page = parse(response.body);
  const errors = page.querySelectorAll('[data-error-summary] a').map((link) => link.getAttribute('href'));
  return { status: response.statusCode, to: response.headers.location ?? '', page, errors };
}

const asked = (more: Record<string, string> = {}) => ({
  to: office.officeCode,
  text: 'Non vedo le date libere.',
  email: 'ada@prova.example',
  from: `/offices/${office.officeCode}/passport?party=2`,
  ...more,
});

async function lastMessage() {
  const { rows } = await sql<{ id: number; request_id: number }>`
    SELECT id, request_id FROM help_message ORDER BY id DESC LIMIT 1`.execute(deps.current.db);
  const id = rows[0]?.id ?? 0;
  const told = await helpToTell(deps.current.db, deps.current.secrets, id);
  if (told === undefined) throw new Error('no message');
  return told;
}

const count = async (table: string) => {
  const { rows } = await sql<{ n: number }>`SELECT count(*)::int AS n FROM ${sql.table(table)}`.execute(
    deps.current.db,
  );
  return rows[0]?.n ?? 0;
};

describe('asking for help', () => {
  it('works logged out, carries page and browser, and answers alike whether or not the address has an account', async () => {
    await buildAccount(deps.current.db, 'bruna@prova.example');
    const stranger = await testBrowser(app, deps.current);
    const known = await sendForm(stranger, '/help/ask', asked({ email: 'bruna@prova.example' }));
    const unknown = await sendForm(stranger, '/help/ask', asked({ email: 'nessuno@prova.example' }));
    expect([known.status, unknown.status]).toEqual([200, 200]);
    const words = (page: typeof known.page) => page.querySelector('main')?.structuredText.replace(/\S+@\S+/g, '');
    expect(words(known.page)).toBe(words(unknown.page));
    const told = await lastMessage();
    expect(told).toMatchObject({ email: 'nessuno@prova.example', isForSite: false });
    const seen = parse((await operator.get(told.inboxPath)).body).querySelector('main')?.structuredText ?? '';
    expect(seen).toContain('Non vedo le date libere.');
    expect(seen).toContain(`/offices/${office.officeCode}/passport`);
    expect(seen).not.toContain('party=2');
    expect(seen).toContain('lightMyRequest');
  });

  it('keeps neither the token of a link nor a search as the page it came from', () => {
    expect(pageWrittenFrom('/l/abc.def')).toBe('/l/…');
    expect(pageWrittenFrom('/l/waiting/abc.def')).toBe('/l/…');
    expect(pageWrittenFrom('/restrictions/l/abc.def')).toBe('/restrictions/l/…');
    expect(pageWrittenFrom('/offices?q=Rossi')).toBe('/offices');
    expect(pageWrittenFrom('//elsewhere.example/')).toBe(undefined);
    expect(pageWrittenFrom('https://elsewhere.example/')).toBe(undefined);
  });

  it('proposes the office of the page and says field by field what is missing', async () => {
    const stranger = await testBrowser(app, deps.current);
    const page = parse((await stranger.get(`/help/ask?from=/offices/${office.officeCode}`)).body);
    expect(page.querySelector('input[name=to][checked]')?.getAttribute('value')).toBe(office.officeCode);
    const empty = await sendForm(stranger, '/help/ask', { to: '', text: '', email: 'nobody', from: '' });
    expect([empty.status, empty.errors]).toEqual([422, ['#to', '#email', '#text']]);
    const nowhere = await sendForm(stranger, '/help/ask', asked({ to: 'cons-nowhere' }));
    expect([nowhere.status, nowhere.errors]).toEqual([422, ['#to']]);
  });

  it('takes five pictures, judged by what they are, and writes nothing of a form that has faults', async () => {
    const stranger = await testBrowser(app, deps.current);
    const before = await count('help_request');
    const five = Array.from({ length: 5 }, (_, index) => ({ name: `${index}.txt`, bytes: png }));
    const wrong = [
      [...five, { name: '6.png', bytes: png }],
      [{ name: 'a.png', bytes: Buffer.from('<svg onload="alert(1)">') }],
      [{ name: 'a.png', bytes: Buffer.concat([png, Buffer.alloc(mostPictureBytes)]) }],
    ];
    for (const files of wrong) {
      const { status, errors, page } = await sendForm(stranger, '/help/ask', asked(), files);
      expect([status, errors]).toEqual([422, ['#pictures']]);
      expect(page.querySelector('textarea')?.text).toBe('Non vedo le date libere.');
    }
    expect(await count('help_request')).toBe(before);
    expect((await sendForm(stranger, '/help/ask', asked(), five)).status).toBe(200);
    const { inboxPath, threadPath } = await lastMessage();
    const thread = parse((await operator.get(inboxPath)).body);
    const pictures = thread.querySelectorAll('.t-thread-pictures img').map((image) => image.getAttribute('src') ?? '');
    expect(pictures).toHaveLength(5);
    const picture = await operator.get(pictures[0] ?? '');
    expect([picture.statusCode, picture.headers['content-type']]).toEqual([200, 'image/png']);
    expect(picture.headers['x-content-type-options']).toBe('nosniff');
    expect(picture.rawPayload.equals(png)).toBe(true);
    const id = pictures[0]?.split('/').at(-1) ?? '';
    expect((await stranger.get(`${threadPath}/pictures/${id}`)).statusCode).toBe(200);
    expect((await stranger.get(`${threadPath}/pictures/999999`)).statusCode).toBe(404);
    const { rows } = await sql<{ content: Buffer }>`SELECT content FROM help_picture LIMIT 1`.execute(deps.current.db);
    expect(rows[0]?.content.includes(png.subarray(0, 8))).toBe(false);
  });
});

describe('a thread', () => {
  it('goes back and forth: the office answers, the citizen replies by the link, a closed one opens again', async () => {
    const stranger = await testBrowser(app, deps.current);
    await sendForm(stranger, '/help/ask', asked());
    const { inboxPath, threadPath } = await lastMessage();
    const answered = await sendForm(operator, inboxPath, { text: 'Guardi tra un’ora.\nSaluti', close: 'yes' });
    expect([answered.status, answered.to]).toEqual([303, `${inboxPath}?done=answered`]);
    const { email, text } = await lastMessage();
    expect([email, text]).toEqual(['ada@prova.example', 'Guardi tra un’ora.\nSaluti']);
    const thread = parse((await stranger.get(threadPath)).body).querySelector('main')?.structuredText ?? '';
    expect(thread).toContain('Guardi tra un’ora.');
    expect(thread).toContain('La richiesta è chiusa. Se scrivi, si riapre.');
    expect((await sendForm(stranger, threadPath, { text: '' })).errors).toEqual(['#text']);
    expect((await sendForm(stranger, threadPath, { text: 'Grazie, ma ancora niente.' })).status).toBe(303);
    const list = parse((await operator.get(`/office/${office.officeCode}/help`)).body);
    expect(list.querySelectorAll('tbody a').map((link) => link.getAttribute('href'))).toContain(inboxPath);
  });

  it('is nobody else’s: not by a forged link, not of another office, not for whoever may only book', async () => {
    const stranger = await testBrowser(app, deps.current);
    await sendForm(stranger, '/help/ask', asked());
    const { inboxPath, threadPath } = await lastMessage();
    const token = threadPath.split('/').at(-1) ?? '';
    const forged = token.startsWith('X') ? `Y${token.slice(1)}` : `X${token.slice(1)}`;
    expect((await stranger.get(`/help/requests/${forged}`)).statusCode).toBe(404);
    const other = await buildOffice(deps.current.db);
    const number = inboxPath.split('/').at(-1) ?? '';
    const elsewhere = await as('operator', other.officeId);
    expect((await elsewhere.get(inboxPath)).statusCode).toBe(403);
    expect((await elsewhere.get(`/office/${other.officeCode}/help/${number}`)).statusCode).toBe(404);
    expect((await (await as('helper')).get(inboxPath)).statusCode).toBe(403);
  });

  it('can be taken, passed on to another office and to the site, and is forgotten a year after its last message', async () => {
    const stranger = await testBrowser(app, deps.current);
    await sendForm(stranger, '/help/ask', asked());
    const { inboxPath, requestId } = await lastMessage();
    await operator.get(inboxPath);
    await operator.post(`${inboxPath}/settle`, { to: 'taken' });
    expect(parse((await operator.get(inboxPath)).body).structuredText).toContain('Non me ne occupo più');
    expect((await operator.post(`${inboxPath}/settle`, { to: 'rubbish' })).statusCode).toBe(404);
    expect((await operator.post(`${inboxPath}/pass-on`, { office: 'nowhere' })).statusCode).toBe(422);
    expect((await operator.post(`${inboxPath}/pass-on`, { office: '' })).statusCode).toBe(303);
    expect((await operator.get(inboxPath)).statusCode).toBe(404);
    expect((await network.get(`/network/help/${requestId}`)).statusCode).toBe(200);
    const rest = deps.current.clock.now();
    deps.current.clock.set(rest.add({ hours: 24 * 365 + 1 }));
    await helpTasks['help-cleanup']?.(deps.current, {});
    deps.current.clock.set(rest);
    expect(await count('help_request')).toBe(0);
  });

  it('is listed for whoever was logged in when they asked', async () => {
    const accountId = await buildAccount(deps.current.db, 'carla@prova.example');
    const citizen = await testBrowser(app, deps.current, accountId);
    const sent = await sendForm(citizen, '/help/ask', { to: 'site', text: 'Non capisco la pagina.', from: '/profile' });
    expect([sent.status, sent.to]).toEqual([303, expect.stringMatching(/^\/help\/requests\/.+\?sent=yes$/)]);
    const mine = parse((await citizen.get('/help/requests')).body);
    expect(mine.querySelectorAll('tbody tr')).toHaveLength(1);
    // Somebody who only stated the address does not show up in its owner's list.
    await sendForm(await testBrowser(app, deps.current), '/help/ask', asked({ email: 'carla@prova.example' }));
    expect(parse((await citizen.get('/help/requests')).body).querySelectorAll('tbody tr')).toHaveLength(1);
  });
});

describe('whoever holds the link of a thread', () => {
  it('fills neither the office’s mailbox nor the disk', async () => {
    const stranger = await testBrowser(app, deps.current);
    await sendForm(stranger, '/help/ask', asked({ email: 'insistente@prova.example' }));
    const { threadPath } = await lastMessage();
    const answers: number[] = [];
    for (let message = 0; message < 11; message += 1)
      answers.push((await sendForm(stranger, threadPath, { text: `Ancora ${message}` })).status);
    expect(answers.slice(0, 10)).toEqual(Array(10).fill(303));
    expect(answers[10]).toBe(429);
  });

  it('needs that of this thread: links of other kinds open nothing', async () => {
    const { secrets } = deps.current;
    const stranger = await testBrowser(app, deps.current);
    for (const content of [
      ['waiting', '1', 9e9],
      ['manage', 'ABCD2345', 9e9],
      ['restriction', 1],
      ['help', '1'],
      1,
      null,
    ])
      expect((await stranger.get(`/help/requests/${secrets.sign('link', JSON.stringify(content))}`)).statusCode).toBe(
        404,
      );
  });
});

describe('whoever works at an office', () => {
  it('asks the network from any of its pages, and is found among those who work at offices', async () => {
    const from = `/office/${office.officeCode}/planners/3`;
    const form = parse((await operator.get(`/help/ask?from=${from}`)).body);
    expect(form.querySelector('h1')?.text).toBe('Chiedi aiuto alla rete');
    expect(form.querySelectorAll('input[name=to]').map((field) => field.getAttribute('value'))).toEqual(['site']);
    const sent = await sendForm(operator, `/help/ask?from=${from}`, {
      to: 'site',
      from,
      text: 'Non trovo i permessi.',
    });
    expect(sent.status).toBe(303);
    const inbox = parse((await network.get('/network/help?show=offices')).body).querySelector('main table')?.text;
    expect(inbox).toContain('Non trovo i permessi.');
    const { requestId } = await lastMessage();
    const read = parse((await network.get(`/network/help/${requestId}`)).body).querySelector('main')?.text;
    expect(read).toContain('Lavora a');
    expect(read).toContain(from);
  });

  it('is a citizen like others at an office they do not work at', async () => {
    const elsewhere = await buildOffice(deps.current.db);
    const form = parse((await operator.get(`/help/ask?from=/office/${elsewhere.officeCode}/agenda`)).body);
    expect(form.querySelector('h1')?.text).toBe('Chiedi aiuto');
  });
});
