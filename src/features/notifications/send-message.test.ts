import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createMailer, type Mailer } from '#platform/mail.ts';
import { buildAccount } from '#test/build-office.ts';
import { useDeps } from '#test/deps.ts';
import { smtpServer, type TestSmtpServer } from '#test/smtp-server.ts';
import { claimMessage } from './claim-message.ts';
import { notificationTasks } from './tasks.ts';

const deps = useDeps();
const mailFrom = 'Turno <noreply@turno.example>';
let server: TestSmtpServer;
let mailer: Mailer | undefined;

beforeAll(async () => {
  server = await smtpServer({});
  mailer = createMailer({ demo: false, smtpUrl: `smtp://127.0.0.1:${server.port}`, mailFrom });
});
afterEach(() => {
  server.behaviour.refuseMessage = undefined;
  server.taken.length = 0;
});
afterAll(async () => {
  mailer?.close();
  await server.close();
});

/** A message to be sent, as its row's id. */
async function message(email: string): Promise<string> {
  const accountId = await buildAccount(deps.current.db, email);
  await notificationTasks(undefined).notify?.(deps.current, { kind: 'already-registered', accountId });
  const row = await deps.current.db
    .selectFrom('message')
    .select('id')
    .where('recipient', '=', email)
    .executeTakeFirstOrThrow();
  return row.id;
}

const trySending = async (messageId: string) =>
  notificationTasks(mailer)['send-message']?.(deps.current, { messageId });

async function rowOf(id: string) {
  return deps.current.db
    .selectFrom('message')
    .select(['status', 'attempts', 'last_error as error', 'next_attempt_at as next'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
}

describe('sending a message', () => {
  it('waits in the database while no mail server is set, and goes out once there is one', async () => {
    const id = await message('patient@test.example');
    await notificationTasks(undefined)['send-message']?.(deps.current, { messageId: id });
    expect(await rowOf(id)).toMatchObject({ status: 'queued', attempts: 0 });
    deps.current.clock.advance({ minutes: 1 });
    await deps.current.db.deleteFrom('outbox').execute();
    await notificationTasks(mailer)['wake-messages']?.(deps.current, {});
    const [job] = await deps.current.db.selectFrom('outbox').select(['task', 'payload']).execute();
    expect(job).toEqual({ task: 'send-message', payload: { messageId: id } });
    await trySending(id);
    expect((await rowOf(id)).status).toBe('sent');
    expect(server.taken).toHaveLength(1);
  });

  it('is tried again with growing pauses, under the same identity, until the server takes it', async () => {
    const id = await message('greylisted@test.example');
    server.behaviour.refuseMessage = { code: 451, words: 'greylisted@test.example: come back later' };
    await trySending(id);
    const first = await rowOf(id);
    expect(first).toMatchObject({ status: 'queued', attempts: 1 });
    expect(first.error).toContain('451');
    expect(first.error).not.toContain('@');
    // Too early: nothing happens.
    server.behaviour.refuseMessage = undefined;
    await trySending(id);
    expect(server.taken).toHaveLength(0);
    deps.current.clock.set(first.next);
    await trySending(id);
    expect(await rowOf(id)).toMatchObject({ status: 'sent', attempts: 2, error: null });
    expect(server.taken[0]?.mail.messageId).toMatch(new RegExp(`^<message-${id}\\.[0-9a-z]+@`));
  });

  it('is given up after about a day', async () => {
    const id = await message('never@test.example');
    const start = deps.current.clock.now();
    server.behaviour.refuseMessage = { code: 550, words: 'no' };
    for (let attempt = 1; attempt <= 20 && (await rowOf(id)).status === 'queued'; attempt += 1) {
      await trySending(id);
      deps.current.clock.set((await rowOf(id)).next);
    }
    const { status, attempts } = await rowOf(id);
    expect([status, attempts]).toEqual(['failed', 11]);
    const hours = deps.current.clock.now().since(start).total('hours');
    expect(hours).toBeGreaterThan(23);
    expect(hours).toBeLessThan(25);
  });

  it('is sent once when two workers try it in the same instant', async () => {
    const id = await message('once@test.example');
    await Promise.all([trySending(id), trySending(id), trySending(id)]);
    expect(server.taken).toHaveLength(1);
  });

  it('is taken up again when its worker was killed while sending', async () => {
    const id = await message('killed@test.example');
    await claimMessage(deps.current.db, { id, now: deps.current.clock.now() });
    await trySending(id);
    expect(server.taken).toHaveLength(0);
    deps.current.clock.advance({ minutes: 3 });
    await trySending(id);
    expect((await rowOf(id)).status).toBe('sent');
  });
});
