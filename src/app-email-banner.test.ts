import type { FastifyInstance } from 'fastify';
import { parse } from 'node-html-parser';
import { beforeAll, describe, expect, it } from 'vitest';
import { emailFailure, noteEmailFailed, proofCode } from '#features/identity/index.ts';
import { transact } from '#platform/transaction.ts';
import { buildAccount } from '#test/build-office.ts';
import { useDeps } from '#test/deps.ts';
import { type TestBrowser, testBrowser } from '#test/slice-app.ts';
import { createApp } from './app.ts';

const deps = useDeps();
let app: FastifyInstance;
beforeAll(async () => {
  app = await createApp(deps.current);
  return () => app.close();
});

const email = 'giulia.ferri@posta.example';

async function failing(): Promise<{ browser: TestBrowser; accountId: number }> {
  const { db, clock } = deps.current;
  await db.deleteFrom('account').where('email', '=', email).execute();
  const accountId = await buildAccount(db, email);
  await db.updateTable('account').set({ email_verified_at: clock.now() }).where('id', '=', accountId).execute();
  const now = clock.now();
  await transact(db, async (tx) => {
    await noteEmailFailed(tx, { address: email, reason: 'address', sentAt: now, now });
    return { ok: true };
  });
  return { accountId, browser: await testBrowser(app, deps.current, accountId) };
}

const asideOf = (body: string) => parse(body).querySelector('aside[aria-label="E-mail non recapitate"]');

describe('somebody whose e-mail comes back', () => {
  it('is told on every page of the citizen’s, without the whole address, and nobody else is', async () => {
    const { browser } = await failing();
    for (const path of ['/', '/bookings', '/profile', '/help']) {
      const aside = asideOf((await browser.get(path)).body);
      expect(aside?.textContent).toContain('Le nostre e-mail a g…@posta.example tornano indietro');
      expect(aside?.querySelector('a')?.getAttribute('href')).toBe('/profile/email');
    }
    expect(asideOf((await browser.get('/profile/email')).body)).toBeNull();
    const stranger = await testBrowser(app, deps.current);
    expect(asideOf((await stranger.get('/')).body)).toBeNull();
  });

  it('proves with the code of a new e-mail that it works again', async () => {
    const { browser, accountId } = await failing();
    await browser.get('/bookings');
    const sent = await browser.post('/profile/email/try', {});
    expect(sent.headers.location).toBe('/profile/email/try');
    expect((await browser.get('/profile/email/try')).body).toContain(email);
    expect((await browser.post('/profile/email/try', {})).statusCode).toBe(422);
    const { id } = await deps.current.db
      .selectFrom('email_proof')
      .select('id')
      .where('account_id', '=', accountId)
      .executeTakeFirstOrThrow();
    const code = proofCode(deps.current.secrets, id);
    const wrong = await browser.post('/profile/email/try/code', { code: code === '000000' ? '000001' : '000000' });
    expect(wrong.statusCode).toBe(422);
    const right = await browser.post('/profile/email/try/code', { code });
    expect(right.headers.location).toBe('/profile?notice=emailWorks');
    expect(asideOf((await browser.get('/profile?notice=emailWorks')).body)).toBeNull();
    expect(await emailFailure(deps.current.db, email)).toBeUndefined();
  });
});
