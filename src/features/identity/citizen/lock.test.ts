import { parse } from 'node-html-parser';
import { describe, expect, it } from 'vitest';
import { addIdentityApi } from '#features/identity/index.ts';
import { useDeps } from '#test/deps.ts';
import { sliceApp } from '#test/slice-app.ts';
import { errorsOf, mailbox, useAccountPages } from '#test/registering.ts';
import { hashPassword } from '../password/password.ts';

const deps = useDeps();
const pages = useAccountPages(deps);
const password = 'una frase che ricordo';

async function account(email: string): Promise<void> {
  const { db, clock } = deps.current;
  const row = { email, password_hash: await hashPassword(password), given_name: 'Ada', family_name: 'Prova' };
  await db
    .insertInto('account')
    .values({ ...row, email_verified_at: clock.now(), created_at: clock.now() })
    .execute();
}

/** As if strangers had failed so often already: waiting for each delay would only make the test slow. */
async function failed(email: string, times: number): Promise<void> {
  const { pool, secrets, clock } = deps.current;
  const key = secrets.hash('caller', `login ${email}`);
  await pool.query('INSERT INTO login_failure VALUES ($1, $2, $3, $4, NULL)', [key, '', times, clock.now()]);
}

async function logIn(email: string, typed: string) {
  await pages.browser.get('/login');
  return pages.browser.post('/login', { email, password: typed });
}

describe('the tenth wrong password of a day', () => {
  it('is told to the owner once, with the link that lifts the lock; to nobody where there is no account', async () => {
    const email = 'ferma@posta.example';
    await account(email);
    await failed(email, 9);
    await failed('nessuno@posta.example', 9);
    await logIn(email, 'sbagliata sbagliata');
    await logIn('nessuno@posta.example', 'sbagliata sbagliata');
    for (let again = 0; again < 3; again += 1) expect((await logIn(email, password)).statusCode).toBe(423);
    expect(await mailbox(deps.current, email).kinds()).toEqual(['account-locked']);
    const { rows } = await deps.current.pool.query<{ proof: string }>(
      `SELECT payload->>'proofId' AS proof FROM outbox WHERE payload->>'kind' = 'account-locked'`,
    );
    expect(rows).toHaveLength(1);
  });

  it('shows until when in the reader’s clock, and leads to a new password and to the bookings', async () => {
    const email = 'quando@posta.example';
    await failed(email, 9);
    const tenth = await logIn(email, 'sbagliata sbagliata');
    const html = parse(tenth.body);
    expect(html.querySelector('time[data-office]')?.getAttribute('data-elsewhere')).toContain('da te');
    const links = html.querySelectorAll('main a').map((link) => link.getAttribute('href'));
    expect(links).toEqual(expect.arrayContaining(['/forgotten-password', '/find-booking']));
  });

  it('locks in every process and after a restart, for the pages and for the API', async () => {
    const email = 'ovunque@posta.example';
    await account(email);
    await failed(email, 9);
    await logIn(email, 'sbagliata sbagliata');
    const other = await sliceApp(deps.current, (server) =>
      addIdentityApi(server, deps.current, { afterLogin: async () => undefined }),
    );
    const answer = await other.inject({ method: 'POST', url: '/api/v1/sessions', payload: { email, password } });
    expect([answer.statusCode, answer.json<{ type: string }>().type.split('/').at(-1)]).toEqual([
      423,
      'account-locked',
    ]);
    const until = Temporal.Instant.from(answer.json<{ until: string }>().until);
    expect(until.since(deps.current.clock.now()).total('hours')).toBeLessThanOrEqual(24);
    await other.close();
    deps.current.clock.advance({ hours: 24 });
    expect((await logIn(email, password)).statusCode).toBe(303);
  });
});

describe('who has an account', () => {
  it('is told neither by the words nor by the time of a login', async () => {
    await account('nota@posta.example');
    const known: number[] = [];
    const unknown: number[] = [];
    for (let round = 0; round < 2; round += 1) {
      for (const [email, times] of [
        ['nota@posta.example', known],
        ['ignota@posta.example', unknown],
      ] as const) {
        const start = performance.now();
        const answer = await logIn(email, 'sbagliata sbagliata');
        times.push(performance.now() - start);
        expect(errorsOf(answer)).toEqual(['E-mail o password non corrispondono. Controlla e riprova.']);
      }
    }
    // Both hash a password once; what differs is noise.
    expect(Math.abs(Math.min(...known) - Math.min(...unknown))).toBeLessThan(Math.max(...known, ...unknown) * 0.7);
  });
});

describe('password managers', () => {
  it('find the page for a new password, and whose it is', async () => {
    const wellKnown = await pages.browser.get('/.well-known/change-password');
    expect(wellKnown.headers.location).toBe('/profile/password');
    const email = 'gestore@posta.example';
    await account(email);
    await logIn(email, password);
    const html = parse((await pages.browser.get('/profile/password')).body);
    const fields = html.querySelectorAll('#change-password input[autocomplete]');
    expect(fields.map((field) => field.getAttribute('autocomplete'))).toEqual([
      'username',
      'current-password',
      'new-password',
    ]);
    expect(fields[0]?.getAttribute('value')).toBe(email);
    expect(html.toString()).not.toMatch(/onpaste|autocomplete="off"/);
  });
});
