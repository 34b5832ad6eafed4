import { describe, expect, it } from 'vitest';
import { intentIn, provedAs, useDoors } from '#test/door-journey.ts';
import { testNow, useDeps } from '#test/deps.ts';
import { testBrowser } from '#test/slice-app.ts';
import { isPersonProved } from '../account/proved-person.query.ts';
import { proofCode } from '../proofs.ts';
import { readIntent } from './intent.ts';

describe('entering by a door', () => {
  const deps = useDeps();
  const doors = useDoors(deps);

  it('opens an account at the first login, also where the provider sends no e-mail', async () => {
    const browser = await testBrowser(doors.app(), deps.current);
    const answer = await doors.comeBack(browser, provedAs('FRRGLI88D52H501Z'));
    expect(answer.statusCode).toBe(303);
    expect(answer.headers.location).toBe('/bookings');
    expect(await doors.me(browser)).toMatchObject({
      scheme: 'spid',
      level: 2,
      codiceFiscale: 'FRRGLI88D52H501Z',
      givenName: 'Giulia',
      birthDate: '1988-04-12',
      email: '',
      emailVerified: false,
      proof: 'identified',
    });
  });

  it('finds the account again by another door of the same codice fiscale', async () => {
    const first = await testBrowser(doors.app(), deps.current);
    await doors.comeBack(first, provedAs('BNCLRA80A41H501X', { email: 'lara@posta.example' }));
    const second = await testBrowser(doors.app(), deps.current);
    await doors.comeBack(second, {
      ...provedAs('BNCLRA80A41H501X'),
      scheme: 'cie',
      provider: 'https://cie.example',
      level: 3,
    });
    const [one, other] = [await doors.me(first), await doors.me(second)];
    expect(other).toMatchObject({ scheme: 'cie', level: 3, email: 'lara@posta.example', emailVerified: true });
    expect(other.givenName).toBe(one.givenName);
    const { rows } = await deps.current.pool.query(
      `SELECT count(DISTINCT account_id)::int AS n FROM account_identity WHERE subject_key = $1`,
      [deps.current.secrets.hash('codice-fiscale', 'BNCLRA80A41H501X')],
    );
    expect(rows).toEqual([{ n: 1 }]);
  });

  it('makes one account of two logins in the same instant', async () => {
    const browsers = await Promise.all([1, 2, 3].map(() => testBrowser(doors.app(), deps.current)));
    await Promise.all(browsers.map((browser) => doors.comeBack(browser, provedAs('VRDLCU85M01H501F'))));
    const { rows } = await deps.current.pool.query(
      `SELECT count(*)::int AS n FROM account WHERE codice_fiscale_key = $1`,
      [deps.current.secrets.hash('codice-fiscale', 'VRDLCU85M01H501F')],
    );
    expect(rows).toEqual([{ n: 1 }]);
  });

  it('does not take the address of another account, nor enter it', async () => {
    const owner = await doors.account('occupato@posta.example');
    const browser = await testBrowser(doors.app(), deps.current);
    await doors.comeBack(browser, provedAs('NRELSE90A41H501T', { email: 'Occupato@posta.example' }));
    const mine = await doors.me(browser);
    expect(mine).toMatchObject({ email: '', emailVerified: false });
    const { rows } = await deps.current.pool.query('SELECT email FROM account WHERE id = $1', [owner]);
    expect(rows).toEqual([{ email: 'occupato@posta.example' }]);
  });

  it('does not enter an account in which the codice fiscale was only typed', async () => {
    const code = 'GLLMRC79T10H501L';
    const typed = await doors.account('scritto@posta.example', {
      codice_fiscale_key: deps.current.secrets.hash('codice-fiscale', code),
      codice_fiscale_cipher: deps.current.secrets.encrypt(code),
    });
    const browser = await testBrowser(doors.app(), deps.current);
    await doors.comeBack(browser, provedAs(code));
    const { rows } = await deps.current.pool.query<{ account_id: number }>(
      'SELECT account_id FROM account_identity WHERE subject_key = $1',
      [deps.current.secrets.hash('codice-fiscale', code)],
    );
    expect(rows[0]?.account_id).not.toBe(typed);
  });

  describe('an account whose owner showed a document at an office', () => {
    async function seen(code: string, more: Record<string, unknown>): Promise<number> {
      const { secrets, pool } = deps.current;
      const id = await doors.account(`${code.toLowerCase()}@posta.example`, {
        codice_fiscale_key: secrets.hash('codice-fiscale', code),
        codice_fiscale_cipher: secrets.encrypt(code),
        ...more,
      });
      await pool.query(`INSERT INTO identification (account_id, how, identified_at) VALUES ($1, 'passport', now())`, [
        id,
      ]);
      return id;
    }

    it('is entered by its person', async () => {
      const id = await seen('FRRGLI88D52H501Q', {
        given_name: 'GIULIA',
        birth_date: Temporal.PlainDate.from('1988-04-12'),
      });
      await doors.comeBack(await testBrowser(doors.app(), deps.current), provedAs('FRRGLI88D52H501Q'));
      expect(await doors.ownerOf('FRRGLI88D52H501Q')).toBe(id);
    });

    it.each([
      ['FRRGLI88D52H501U', { given_name: 'Carlo', family_name: 'Altri' }],
      ['FRRGLI88D52H501W', { birth_date: Temporal.PlainDate.from('1971-02-03') }],
      ['FRRGLI88D52H501X', { birth_date: null }],
    ])('is not entered by somebody else, whose codice fiscale its owner typed (%s)', async (code, other) => {
      const id = await seen(code, { birth_date: Temporal.PlainDate.from('1988-04-12'), ...other });
      await doors.comeBack(await testBrowser(doors.app(), deps.current), provedAs(code));
      expect(await doors.ownerOf(code)).not.toBe(id);
    });
  });

  it('has citizens without codice fiscale: eIDAS persons, by their identifier', async () => {
    const { person, ...login } = provedAs('none', { codiceFiscale: null, givenName: 'Hanna' });
    const hanna = { ...login, scheme: 'eidas', subject: 'DE/IT/abc', person } as const;
    const [one, other] = [await testBrowser(doors.app(), deps.current), await testBrowser(doors.app(), deps.current)];
    await doors.comeBack(one, hanna);
    await doors.comeBack(other, hanna);
    expect(await doors.me(one)).toMatchObject({ scheme: 'eidas', codiceFiscale: null, givenName: 'Hanna' });
    const { rows } = await deps.current.pool.query(`SELECT count(*)::int AS n FROM account WHERE given_name = 'Hanna'`);
    expect(rows).toEqual([{ n: 1 }]);
  });

  it('counts as a person proved', async () => {
    const browser = await testBrowser(doors.app(), deps.current);
    await doors.comeBack(browser, provedAs('CNTSFO83P45H501C'));
    const { rows } = await deps.current.pool.query<{ account_id: number }>(
      'SELECT account_id FROM account_identity WHERE subject_key = $1',
      [deps.current.secrets.hash('codice-fiscale', 'CNTSFO83P45H501C')],
    );
    expect(await isPersonProved(deps.current.db, rows[0]?.account_id ?? 0)).toBe(true);
  });

  it('hands over what the browser held with its next request, once', async () => {
    const browser = await testBrowser(doors.app(), deps.current);
    browser.take('turno_hold', 'segreto-del-browser-uno');
    await doors.comeBack(browser, provedAs('MRTPLA91C50H501A'));
    expect(doors.handedOver).toEqual([]);
    await browser.get('/api/v1/me');
    await browser.get('/profile/doors');
    expect(doors.handedOver.map(({ hold }) => hold)).toEqual(['segreto-del-browser-uno']);
  });

  it('goes on where one was, and never to another site', async () => {
    const browser = await testBrowser(doors.app(), deps.current);
    const login = await browser.get('/login?next=/holds/7');
    const intent = intentIn(login.body);
    expect(readIntent(deps.current, intent)).toMatchObject({ next: '/holds/7', purpose: 'login', level: 2 });
    expect((await doors.comeBack(browser, provedAs('RSSMRA85T10A562S'), intent)).headers.location).toBe('/holds/7');
    const away = await (await testBrowser(doors.app(), deps.current)).get('/login?next=https://altrove.example/');
    expect(readIntent(deps.current, intentIn(away.body)).next).toBe('/');
  });

  it('takes nothing for an intent that is not its own, or too old', async () => {
    const browser = await testBrowser(doors.app(), deps.current);
    const intent = intentIn((await browser.get('/login?next=/holds/8')).body);
    expect(readIntent(deps.current, `${intent.slice(0, -2)}AA`).next).toBe('/');
    deps.current.clock.set(Temporal.Instant.from(testNow).add({ minutes: 31 }));
    expect(readIntent(deps.current, intent).next).toBe('/');
  });

  it('asks for an address, proves it by a code and goes on', async () => {
    const browser = await testBrowser(doors.app(), deps.current);
    await doors.comeBack(browser, provedAs('TSTNLC88D52H501R'));
    expect((await browser.get('/verify-email?next=/holds/3')).headers.location).toBe(
      '/profile/email?next=%2Fholds%2F3',
    );
    const page = await browser.get('/profile/email?next=/holds/3');
    expect(page.body).toContain('Il tuo indirizzo e-mail');
    const sent = await browser.post('/profile/email', { email: 'nuova@posta.example', next: '/holds/3' });
    expect(sent.headers.location).toBe('/profile/email?next=%2Fholds%2F3');
    const { rows } = await deps.current.pool.query<{ id: string }>(
      `SELECT id FROM email_proof WHERE new_email = 'nuova@posta.example'`,
    );
    const code = proofCode(deps.current.secrets, rows[0]?.id ?? '');
    const done = await browser.post('/profile/email/code', { code, next: '/holds/3' });
    expect(done.headers.location).toBe('/holds/3');
    expect(await doors.me(browser)).toMatchObject({ email: 'nuova@posta.example', emailVerified: true });
  });
});
