import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createSession } from '#features/identity/index.ts';
import { bookingTools } from '#test/booking-tools.ts';
import { buildAccount, buildOffice } from '#test/build-office.ts';
import { useDeps } from '#test/deps.ts';
import { loadKeyRing } from '#platform/key-ring.ts';
import { cipherPrefix, createSecrets } from '#platform/secrets.ts';
import { book, bookingByCode } from '#features/booking/index.ts';
import { createApp } from '../../app.ts';
import { secretsAnswer } from '../secrets-command.ts';
import { cipherColumns } from './cipher-columns.ts';

const deps = useDeps();
let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'turno-secrets-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** Everything as a process has it that starts now. */
function started() {
  const config = { ...deps.current.config, dataFolder: folder };
  return { ...deps.current, config, secrets: createSecrets(loadKeyRing(config)) };
}

it('knows what every column of bytes holds', async () => {
  expect((await cipherColumns(deps.current.db)).unknown).toEqual([]);
});

it('a secret is exchanged, everything encrypted anew, and the old one forgotten; nobody is logged out', async () => {
  const first = started();
  const { db, clock } = first;
  const office = await buildOffice(db);
  const accountId = await buildAccount(db, 'stays@prova.example');
  const code = 'PRVDAA80E45H501X';
  await sql`
    UPDATE account SET codice_fiscale_cipher = ${first.secrets.encrypt(code)},
      codice_fiscale_key = ${first.secrets.hash('codice-fiscale', code)} WHERE id = ${accountId}`.execute(db);
  const { token } = await db
    .transaction()
    .execute((tx) => createSession(tx, { accountId, now: clock.now(), secrets: first.secrets }));
  const tools = bookingTools({ current: first });
  const holdId = await tools.heldId(office, { kind: 'account', accountId });
  const booked = await db.transaction().execute((tx) => book(tx, first.secrets, tools.request(holdId, accountId)));
  if (!booked.ok) throw new Error(booked.reason);

  expect((await secretsAnswer(first, ['rotate'])).code).toBe(0);
  const second = started();
  expect((await secretsAnswer(second, ['retire'])).said).toContain('Not yet');
  expect((await secretsAnswer(second, ['re-encrypt'])).said).toMatch(/^Encrypted anew: [1-9]\d* values\.\n$/);
  expect((await secretsAnswer(second, ['status'])).said).toContain('Everything is encrypted with the secret in use.');
  expect((await secretsAnswer(second, ['retire'])).code).toBe(0);

  const third = started();
  expect(loadKeyRing(third.config).masters).toHaveLength(1);
  const app = await createApp(third);
  const me = await app.inject({ url: '/api/v1/me', headers: { authorization: `Bearer ${token}` } });
  expect([me.statusCode, me.json<{ codiceFiscale: string }>().codiceFiscale]).toEqual([200, code]);
  await app.close();
  expect((await bookingByCode(db, third.secrets, booked.code))?.people).toHaveLength(1);
  const { rows } = await sql<{
    value: Buffer;
  }>`SELECT codice_fiscale_cipher AS value FROM account WHERE id = ${accountId}`.execute(db);
  expect(rows[0]?.value.subarray(0, 5)).toEqual(cipherPrefix(loadKeyRing(third.config).masters[0]));
});

it('prints what to set where secrets come from the environment', async () => {
  const config = { ...deps.current.config, secret: 'x'.repeat(40) };
  const { said } = await secretsAnswer({ ...deps.current, config }, ['rotate']);
  expect(said).toMatch(/^TURNO_HASH_KEYS=\S+\nTURNO_SECRET=\S{43}\nTURNO_SECRETS_BEFORE=x{40}\n/);
  expect((await secretsAnswer(deps.current, ['rubbish'])).code).toBe(2);
});
