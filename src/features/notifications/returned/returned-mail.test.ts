import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { emailFailure, identityTasks } from '#features/identity/index.ts';
import { createMailer, type Mailer } from '#platform/mail.ts';
import { transact } from '#platform/transaction.ts';
import { buildBooking } from '#test/build-booking.ts';
import { buildAccount } from '#test/build-office.ts';
import { holidayAnswer, plainReport, wordyReport } from '#test/delivery-reports.ts';
import { useDeps } from '#test/deps.ts';
import { sendReport } from '#test/send-report.ts';
import { smtpServer, type TestSmtpServer } from '#test/smtp-server.ts';
import { addMessages } from '../add-messages.ts';
import { notificationTasks } from '../tasks.ts';
import { listenForReports, type ReportListener } from './listener.ts';
import { messageMark, returnAddress } from './message-mark.ts';
import { receiveFolder } from './receive-folder.ts';
import { largestReport, receiveReport } from './receive-report.ts';

const bounceAddress = 'bounce@turno.example';
const deps = useDeps({ TURNO_BOUNCE_ADDRESS: bounceAddress });
let server: TestSmtpServer;
let mailer: Mailer | undefined;
let listener: ReportListener;

beforeAll(async () => {
  server = await smtpServer({});
  const mailFrom = 'Turno <noreply@turno.example>';
  mailer = createMailer({ demo: false, smtpUrl: `smtp://127.0.0.1:${server.port}`, mailFrom });
  listener = await listenForReports(deps.current, { host: '127.0.0.1', port: 0 });
});
afterEach(() => {
  server.behaviour.refuseRecipient = undefined;
  server.taken.length = 0;
});
afterAll(async () => {
  mailer?.close();
  await Promise.all([server.close(), listener.close()]);
});

const bounce = (recipient: string, more: object = {}) => plainReport({ to: bounceAddress, recipient, ...more });

/** An e-mail about a booking, tried once; the row's id. */
async function sent(recipient: string): Promise<string> {
  const { db, clock } = deps.current;
  const booking = await buildBooking(db, { at: '2027-01-14T09:20', email: recipient });
  const detail = { startsAt: booking.startsAt.toString() };
  const key = `test:${booking.id}`;
  await transact(db, async (tx) => {
    const message = { key, kind: 'booked', bookingId: booking.id, detail, recipient, language: 'it' } as const;
    await addMessages(tx, [message], clock.now());
    return { ok: true };
  });
  const { id } = await db.selectFrom('message').select('id').where('dedupe_key', '=', key).executeTakeFirstOrThrow();
  await notificationTasks(mailer)['send-message']?.(deps.current, { messageId: id });
  return id;
}

async function rowOf(id: string) {
  return deps.current.db
    .selectFrom('message')
    .select(['status', 'attempts', 'outcome_code as code', 'outcome_at as at', 'last_error as error'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
}

const addressOf = (id: string) => returnAddress(deps.current.secrets, bounceAddress, id);
const failureOf = (address: string) => emailFailure(deps.current.db, address);

describe('an e-mail that leaves', () => {
  it('carries its own return address, asks servers for reports, and has our mark in its identity', async () => {
    const id = await sent('leaves@test.example');
    const [taken] = server.taken;
    expect(taken?.from).toBe(addressOf(id));
    expect(taken?.dsn).toMatchObject({ ret: 'HDRS', envid: messageMark(deps.current.secrets, id) });
    expect(taken?.dsn.notify).toEqual(['FAILURE', 'DELAY']);
    expect(taken?.mail.messageId).toContain(messageMark(deps.current.secrets, id));
    expect(taken?.mail.from?.address).toBe('noreply@turno.example');
  });

  it('is not tried again when its recipient is refused for good', async () => {
    server.behaviour.refuseRecipient = { code: 550, words: '5.1.1 <refused@test.example>: nobody of that name' };
    const id = await sent('refused@test.example');
    expect(await rowOf(id)).toMatchObject({ status: 'refused', attempts: 1, code: '5.1.1', error: null });
    expect(await failureOf('Refused@test.example')).toBe('address');
  });

  it.each([
    { code: 550, words: '5.7.1 our policy' },
    { code: 550, words: 'relaying denied' },
    { code: 554, words: '5.7.1 access denied' },
    { code: 450, words: '4.1.1 try later' },
    { code: 530, words: '5.7.0 authentication required' },
    { code: 553, words: '5.1.8 sender’s domain is not known' },
  ])('is tried again when the fault may be ours: $code $words', async (refusal) => {
    server.behaviour.refuseRecipient = refusal;
    const id = await sent(`ours-${refusal.code}@test.example`);
    expect((await rowOf(id)).status).toBe('queued');
    expect(await failureOf(`ours-${refusal.code}@test.example`)).toBeUndefined();
  });
});

describe('an e-mail that comes back to the listener', () => {
  it('is matched to its message and its address, once, without a word of the report', async () => {
    const id = await sent('gone@test.example');
    const report = { port: listener.port, address: addressOf(id), text: bounce('gone@test.example') };
    expect(await sendReport(report)).toBe('taken');
    const row = await rowOf(id);
    expect(row).toMatchObject({ status: 'bounced', code: '5.1.1' });
    expect(await failureOf('gone@test.example')).toBe('address');
    deps.current.clock.advance({ hours: 1 });
    expect(await sendReport(report)).toBe('taken');
    expect(await rowOf(id)).toEqual(row);
  });

  it('says what is wrong: a full mailbox is not a wrong address', async () => {
    const id = await sent('full@test.example');
    const text = bounce('full@test.example', { status: '5.2.2' });
    await sendReport({ port: listener.port, address: addressOf(id), text });
    expect(await failureOf('full@test.example')).toBe('mailbox');
  });

  it('is known by its address alone, where an old server writes only words', async () => {
    const id = await sent('old@test.example');
    const text = wordyReport({ to: addressOf(id), recipient: 'old@test.example', words: 'This is a permanent error.' });
    await sendReport({ port: listener.port, address: addressOf(id), text });
    expect(await rowOf(id)).toMatchObject({ status: 'bounced', code: null });
  });

  it('changes nothing when it is only late, or somebody’s holiday', async () => {
    const id = await sent('late@test.example');
    const wish = { to: addressOf(id), recipient: 'late@test.example' };
    for (const text of [plainReport({ ...wish, action: 'delayed', status: '4.2.1' }), holidayAnswer(wish), 'x'])
      expect(await sendReport({ port: listener.port, address: addressOf(id), text })).toBe('taken');
    expect((await rowOf(id)).status).toBe('sent');
  });

  it('that was reported as delivered clears the address; one that comes back after all counts', async () => {
    const first = await sent('changing@test.example');
    const wish = { to: bounceAddress, recipient: 'changing@test.example' };
    await sendReport({ port: listener.port, address: addressOf(first), text: plainReport(wish) });
    const second = await sent('changing@test.example');
    const arrived = plainReport({ ...wish, action: 'delivered', status: '2.0.0' });
    await sendReport({ port: listener.port, address: addressOf(second), text: arrived });
    expect((await rowOf(second)).status).toBe('delivered');
    expect(await failureOf('changing@test.example')).toBeUndefined();
    await sendReport({ port: listener.port, address: addressOf(second), text: plainReport(wish) });
    expect((await rowOf(second)).status).toBe('bounced');
    await sendReport({ port: listener.port, address: addressOf(second), text: arrived });
    expect((await rowOf(second)).status).toBe('bounced');
  });

  it('is turned down without our mark, for every other address, and when it is too large', async () => {
    const id = await sent('forged@test.example');
    const other = `${addressOf(id).split('.')[0] ?? ''}.0123456789abcdefghi@turno.example`;
    const text = bounce('forged@test.example');
    for (const address of [other, bounceAddress, 'somebody@altrove.example', 'noreply@turno.example'])
      expect(await sendReport({ port: listener.port, address, text })).toBe('550');
    const large = `${text}${'x'.repeat(largestReport)}`;
    expect(await sendReport({ port: listener.port, address: addressOf(id), text: large })).toBe('552');
    expect((await rowOf(id)).status).toBe('sent');
  });

  it('is asked to come again when very many come at once, and nothing is lost', async () => {
    const id = await sent('many@test.example');
    const text = bounce('many@test.example', { action: 'delayed', status: '4.0.0' });
    deps.current.clock.advance({ minutes: 2 });
    const few = await listenForReports(deps.current, { host: '127.0.0.1', port: 0, mostPerMinute: 3 });
    const answers: string[] = [];
    for (let count = 0; count < 5; count += 1)
      answers.push(await sendReport({ port: few.port, address: addressOf(id), text }));
    await few.close();
    expect(answers).toEqual(['taken', 'taken', 'taken', '451', '451']);
  });
});

it('whoever talks on and on to the listener is let go, so that others are heard', async () => {
  const brief = await listenForReports(deps.current, { host: '127.0.0.1', port: 0, longestConnection: 300 });
  const socket = connect(brief.port, '127.0.0.1');
  // Answers all the time, so that no silence ends it.
  socket.on('data', () => setTimeout(() => socket.destroyed || socket.write('NOOP\r\n'), 20));
  // The listener does not wait for what is on its way: its end may come as a reset.
  socket.on('error', () => undefined);
  const start = performance.now();
  await new Promise((resolve) => socket.once('close', resolve));
  expect(performance.now() - start).toBeLessThan(5_000);
  expect(socket.bytesWritten).toBeGreaterThan(0);
  const next = connect(brief.port, '127.0.0.1');
  const [greeting] = (await once(next, 'data')) as [Buffer];
  expect(greeting.toString()).toMatch(/^220 /);
  next.destroy();
  await brief.close();
});

describe('an e-mail that comes back by other ways', () => {
  it('is known by the envelope’s mark or by its own identity, and only with our proof', async () => {
    const [byEnvelope, byIdentity, forged] = [
      await sent('a@test.example'),
      await sent('b@test.example'),
      await sent('c@test.example'),
    ];
    const mark = (id: string) => messageMark(deps.current.secrets, id);
    const receive = (text: string) => receiveReport(deps.current, { raw: Buffer.from(text), recipients: [] });
    expect(await receive(bounce('a@test.example', { envelopeId: mark(byEnvelope) }))).toBe('bounced');
    const messageId = `<message-${mark(byIdentity)}@turno.example>`;
    expect(await receive(bounce('b@test.example', { messageId }))).toBe('bounced');
    const wrong = { envelopeId: `${forged}.00000`, messageId: `<message-${forged}.00000@turno.example>` };
    expect(await receive(bounce('c@test.example', wrong))).toBe('unknown');
    expect((await rowOf(forged)).status).toBe('sent');
  });

  it('is read from a mailbox on disk once, and stays there for whoever looks after it', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'turno-maildir-'));
    try {
      for (const name of ['new', 'cur', 'tmp']) await mkdir(join(folder, name));
      const id = await sent('disk@test.example');
      const text = `Delivered-To: ${addressOf(id)}\r\n${bounce('disk@test.example')}`;
      await writeFile(join(folder, 'new', '1790000000.one'), text);
      await writeFile(join(folder, 'new', '1790000001.two'), 'Subject: pubblicità\r\n\r\nx');
      const counts = { bounced: 1, delivered: 0, ignored: 0, unknown: 1 };
      expect(await receiveFolder(deps.current, folder)).toEqual(counts);
      expect((await readdir(join(folder, 'cur'))).toSorted()).toEqual(['1790000000.one:2,S', '1790000001.two:2,S']);
      expect(await receiveFolder(deps.current, folder)).toEqual({ ...counts, bounced: 0, unknown: 0 });
      expect((await rowOf(id)).status).toBe('bounced');
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});

it('an address is not blamed for what was sent before its owner proved it', async () => {
  const { db, clock } = deps.current;
  const email = 'proved@test.example';
  const accountId = await buildAccount(db, email);
  const [before, after] = [await sent(email), await sent(email)];
  const proof = { account_id: accountId, purpose: 'verify-email', created_at: clock.now() } as const;
  const used = { expires_at: clock.now().add({ hours: 1 }), used_at: clock.now().add({ minutes: 5 }) };
  await db
    .insertInto('email_proof')
    .values({ ...proof, ...used })
    .execute();
  const receive = (id: string) =>
    receiveReport(deps.current, { raw: Buffer.from(bounce(email)), recipients: [addressOf(id)] });
  expect(await receive(before)).toBe('bounced');
  expect(await failureOf(email)).toBeUndefined();
  await db
    .updateTable('message')
    .set({ sent_at: clock.now().add({ hours: 1 }) })
    .where('id', '=', after)
    .execute();
  expect(await receive(after)).toBe('bounced');
  expect(await failureOf(email)).toBe('address');
});

it('an address works again when what is sent to it no longer comes back', async () => {
  const { db, clock } = deps.current;
  const email = 'again@test.example';
  const receive = async (id: string) =>
    receiveReport(deps.current, { raw: Buffer.from(bounce(email)), recipients: [addressOf(id)] });
  const cleanUp = async (hours: number) => {
    clock.advance({ hours });
    await identityTasks['identity-cleanup']?.(deps.current, {});
    return failureOf(email);
  };
  await receive(await sent(email));
  expect(await cleanUp(72)).toBe('address');
  const second = await sent(email);
  expect(await cleanUp(47)).toBe('address');
  await receive(second);
  expect(await cleanUp(47)).toBe('address');
  await sent(email);
  expect(await cleanUp(49)).toBeUndefined();
  expect(await db.selectFrom('email_failure').select('address').where('address', '=', email).execute()).toEqual([]);
});
