import { parse } from 'node-html-parser';
import { describe, expect, it } from 'vitest';
import { useDeps } from '#test/deps.ts';
import { errorsOf, useAccountPages } from '#test/registering.ts';
import { type TestBrowser, testBrowser } from '#test/slice-app.ts';
import { hashPassword } from '../password/password.ts';
import { proofCode } from '../proofs.ts';

const deps = useDeps();
const pages = useAccountPages(deps);
const password = 'una frase che ricordo';

async function somebody(email: string): Promise<{ id: number; browser: TestBrowser }> {
  const { db, clock } = deps.current;
  const { id } = await db
    .insertInto('account')
    .values({
      email,
      email_verified_at: clock.now(),
      password_hash: await hashPassword(password),
      given_name: 'Giulia',
      family_name: 'Ferri',
      birth_date: Temporal.PlainDate.from('1988-04-12'),
      created_at: clock.now(),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const browser = await testBrowser(pages.app, deps.current, id);
  await browser.get('/profile/email');
  return { id, browser };
}

const details = {
  givenName: 'Giulia Maria',
  familyName: 'Ferri',
  birthDate: '12/04/1988',
  birthPlace: 'Padova',
  codiceFiscale: '',
  phone: '+39 333 1234567',
  language: 'it',
};

describe('the details of an account', () => {
  it('are put right by their owner, and shown', async () => {
    const { id, browser } = await somebody('uno@posta.example');
    const shown = parse((await browser.get('/profile/details')).body);
    expect(shown.querySelector('[name=birthDate]')?.getAttribute('value')).toBe('12/04/1988');
    const saved = await browser.post('/profile/details', { ...details, language: 'en' });
    expect(saved.headers.location).toBe('/profile?notice=saved');
    const profile = (await browser.get('/profile?notice=saved')).body;
    expect(profile).toContain('My profile');
    for (const word of ['Giulia Maria Ferri', 'Padova', '+393331234567']) expect(profile).toContain(word);
    const row = await deps.current.db.selectFrom('account').selectAll().where('id', '=', id).executeTakeFirst();
    expect(row?.person_key).not.toBeNull();
  });

  it('may have a codice fiscale that fits nobody of that name: it is kept, and a word of warning stays', async () => {
    const { browser } = await somebody('due@posta.example');
    const saved = await browser.post('/profile/details', { ...details, codiceFiscale: 'RSSMRA80A01H501U' });
    expect(saved.statusCode).toBe(303);
    expect((await browser.get('/profile')).body).toContain('Controlla il codice fiscale');
    const broken = await browser.post('/profile/details', { ...details, codiceFiscale: 'RSSMRA80A01H501X' });
    expect([broken.statusCode, errorsOf(broken).length]).toEqual([422, 1]);
  });

  it('say of each field what is wrong', async () => {
    const { browser } = await somebody('tre@posta.example');
    const wrong = { ...details, givenName: '', birthDate: '31/02/1988', phone: 'x', language: 'xx' };
    expect((await browser.post('/profile/details', wrong)).statusCode).toBe(422);
    const future = await browser.post('/profile/details', { ...details, birthDate: '12/04/2030' });
    expect(future.statusCode).toBe(422);
  });
});

describe('changing the address', () => {
  async function notices(id: number): Promise<{ kind: string; proofId: string }[]> {
    const { rows } = await deps.current.pool.query<{ payload: { kind: string; proofId: string } }>(
      `SELECT payload FROM outbox WHERE (payload->>'accountId')::int = $1 ORDER BY id`,
      [id],
    );
    return rows.map((row) => row.payload);
  }
  const addressOf = async (id: number) =>
    (await deps.current.db.selectFrom('account').select('email').where('id', '=', id).executeTakeFirst())?.email;

  it('asks for the password, proves the new one first, and tells the old one', async () => {
    const { id, browser } = await somebody('vecchia@posta.example');
    const wrong = await browser.post('/profile/email', { email: 'nuova@posta.example', current: 'sbagliata' });
    expect(errorsOf(wrong)).toEqual(['Questa non è la tua password di adesso.']);
    const sent = await browser.post('/profile/email', { email: 'Nuova@posta.example', current: password });
    expect(sent.headers.location).toBe('/profile/email');
    expect(await addressOf(id)).toBe('vecchia@posta.example');
    const [asked] = await notices(id);
    expect(asked?.kind).toBe('change-email');
    expect((await browser.get('/profile/email')).body).toContain('one-time-code');
    expect((await browser.post('/profile/email/code', { code: '000000' })).statusCode).toBe(422);
    const code = proofCode(deps.current.secrets, asked?.proofId ?? '');
    expect((await browser.post('/profile/email/code', { code })).headers.location).toBe('/profile?notice=emailChanged');
    expect(await addressOf(id)).toBe('nuova@posta.example');
    expect((await browser.post('/profile/email/code', { code })).statusCode).toBe(422);
    const proof = await deps.current.db.selectFrom('email_proof').selectAll().where('account_id', '=', id).execute();
    expect(proof.map((row) => [row.new_email, row.old_email])).toEqual([
      ['nuova@posta.example', 'vecchia@posta.example'],
    ]);
    expect((await notices(id)).map((notice) => notice.kind)).toEqual(['change-email', 'email-changed']);
  });

  it('to somebody else’s looks the same, writes to that owner, and no code does it', async () => {
    const other = await somebody('altrui@posta.example');
    const { id, browser } = await somebody('mia@posta.example');
    const sent = await browser.post('/profile/email', { email: 'altrui@posta.example', current: password });
    expect(sent.headers.location).toBe('/profile/email');
    expect(await notices(id)).toEqual([]);
    expect((await notices(other.id)).map((notice) => notice.kind)).toEqual(['already-registered']);
    const { rows } = await deps.current.pool.query<{ id: string }>('SELECT id FROM email_proof WHERE account_id = $1', [
      id,
    ]);
    const code = proofCode(deps.current.secrets, rows[0]?.id ?? '');
    expect((await browser.post('/profile/email/code', { code })).statusCode).toBe(422);
    expect(await addressOf(id)).toBe('mia@posta.example');
  });

  it('gives five tries for a code, and none without one', async () => {
    const { browser } = await somebody('prova@posta.example');
    expect((await browser.post('/profile/email/code', { code: '123456' })).statusCode).toBe(422);
    await browser.post('/profile/email', { email: 'prova2@posta.example', current: password });
    const answers = [];
    for (const code of ['111111', '222222', '333333', '444444', '555555']) {
      answers.push(errorsOf(await browser.post('/profile/email/code', { code }))[0]);
    }
    expect(answers.at(-1)).toContain('cinque volte');
  });
});
