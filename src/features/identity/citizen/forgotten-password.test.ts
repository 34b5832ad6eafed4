import { parse } from 'node-html-parser';
import { expect, it } from 'vitest';
import { transact } from '#platform/transaction.ts';
import { useDeps } from '#test/deps.ts';
import { errorsOf, useAccountPages } from '#test/registering.ts';
import { buildAccount } from '#test/build-office.ts';
import { issueProof } from '../issue-proof.ts';
import { proofPath } from '../proofs.ts';

const deps = useDeps();
const pages = useAccountPages(deps);

const typedIn = (body: string) => parse(body).querySelector('main input[name=email]')?.getAttribute('value');

it('the page after asking for a new password sends it again to the address typed, and lets one correct it', async () => {
  await pages.browser.get('/forgotten-password');
  await pages.browser.post('/forgotten-password', { email: 'ada@posta.example' });
  const sent = (await pages.browser.get('/forgotten-password?sent=yes')).body;
  expect(parse(sent).querySelector('main')?.text).toContain('Se ada@posta.example ha un accesso');
  expect(typedIn(sent)).toBe('ada@posta.example');
  expect((await pages.browser.post('/forgotten-password', { email: 'ada@posta.example' })).statusCode).toBe(303);
  expect(typedIn((await pages.browser.get('/forgotten-password')).body)).toBe('ada@posta.example');
});

it('who has chosen a new password logs in without typing the address again', async () => {
  const { db, clock, secrets } = deps.current;
  const accountId = await buildAccount(db, 'bice@posta.example');
  const asked = { accountId, purpose: 'reset-password', now: clock.now() } as const;
  const issued = await transact(db, (tx) => issueProof(tx, asked));
  const opened = await pages.browser.get(proofPath(secrets, 'reset-password', issued.ok ? issued.proofId : ''));
  const token = parse(opened.body).querySelector('[name=token]')?.getAttribute('value') ?? '';
  const done = await pages.browser.post('/reset-password', { token, password: 'un’altra frase che ricordo' });
  expect(done.headers.location).toBe('/login?notice=reset');
  expect(typedIn((await pages.browser.get('/login?notice=reset')).body)).toBe('bice@posta.example');
});

it('the third wrong password is answered with the way to a new one', async () => {
  await pages.browser.get('/login');
  const wrong = { email: 'carla@posta.example', password: 'sbagliata sbagliata' };
  const words: string[] = [];
  for (let time = 0; time < 3; time += 1) words.push(...errorsOf(await pages.browser.post('/login', wrong)));
  expect(words[1]).not.toContain('scegline una nuova');
  expect(words[2]).toContain('scegline una nuova');
});
