import type { FastifyInstance } from 'fastify';
import { parse } from 'node-html-parser';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { useDeps } from '#test/deps.ts';
import { sliceApp, type TestBrowser, testBrowser } from '#test/slice-app.ts';
import { makeCodiceFiscale } from '../codice-fiscale.ts';
import { proofCode, proofPath } from '../proofs.ts';
import { addIdentityPages } from './pages.ts';

describe('registration', () => {
  const deps = useDeps();
  let app: FastifyInstance;
  let browser: TestBrowser;
  const loggedIn: number[] = [];

  beforeAll(async () => {
    app = await sliceApp(deps.current, (server) =>
      addIdentityPages(server, deps.current, {
        afterLogin: async (_tx, { accountId }) => void loggedIn.push(accountId),
      }),
    );
  });
  beforeEach(async () => {
    browser = await testBrowser(app, deps.current);
    loggedIn.length = 0;
  });
  afterAll(() => app.close());

  const giulia = {
    givenName: 'Giulia',
    familyName: 'Ferri',
    birthDate: '12/04/1988',
    password: 'una frase che ricordo',
  };

  const ownCode = makeCodiceFiscale({
    ...giulia,
    birthDate: Temporal.PlainDate.from('1988-04-12'),
    sex: 'F',
    birthPlaceCode: 'H501',
  });

  interface Notice {
    kind: string;
    accountId: number;
    proofId: string;
  }
  async function notices(email: string): Promise<Notice[]> {
    const { rows } = await deps.current.pool.query<{ payload: Notice }>(
      `SELECT o.payload FROM outbox o JOIN account a ON a.id = (o.payload->>'accountId')::int
       WHERE a.email = $1 ORDER BY o.id`,
      [email],
    );
    return rows.map((row) => row.payload);
  }
  async function lastProof(email: string): Promise<string> {
    const sent = (await notices(email)).filter((notice) => notice.kind === 'verify-email');
    return sent.at(-1)?.proofId ?? 'none was sent';
  }
  const codeFor = async (email: string) => proofCode(deps.current.secrets, await lastProof(email));
  const linkFor = async (email: string) => proofPath(deps.current.secrets, 'verify-email', await lastProof(email));

  async function register(email: string, more: Record<string, string> = {}, by = browser) {
    await by.get('/register');
    return by.post('/register', { ...giulia, email, ...more });
  }
  const errors = (body: string) =>
    parse(body)
      .querySelectorAll('.t-error-summary li')
      .map((line) => line.text.trim());

  it('in the middle of a booking leads by the code straight back to the held seat', async () => {
    const next = '/holds/0190a1b2-0000-7000-8000-000000000001';
    await browser.get(`/register?next=${encodeURIComponent(next)}`);
    const sent = await browser.post('/register', { ...giulia, email: 'uno@posta.example', next });
    expect(sent.headers.location).toBe('/verify-email?sent=first');
    const asked = await browser.get('/verify-email?sent=first');
    expect(asked.body).toContain('uno@posta.example');
    expect(asked.body).toContain('resta trattenuto');
    const entered = await browser.post('/verify-email', { code: await codeFor('uno@posta.example'), next });
    expect(entered.headers.location).toBe(next);
    expect(loggedIn).toHaveLength(1);
    expect((await browser.get('/profile')).body).toContain('Giulia Ferri');
  });

  it('says of each field what to do, and loses nothing that was typed', async () => {
    await browser.get('/register');
    const answer = await browser.post('/register', {
      givenName: '',
      familyName: 'D’Ònofrio',
      birthDate: '31/02/1990',
      email: 'senza chiocciola',
      password: 'corta',
      codiceFiscale: 'RSSMRA80A01H501X',
    });
    expect(answer.statusCode).toBe(422);
    expect(errors(answer.body)).toEqual([
      'Compila questo campo.',
      'Scrivi una data che esiste, come giorno, mese e anno.',
      'Scrivi un indirizzo e-mail completo, come nome@esempio.it.',
      'La password deve avere almeno 12 caratteri. Va bene anche una frase.',
      'L’ultima lettera non corrisponde: controlla di aver copiato bene il codice fiscale.',
    ]);
    const field = (name: string) => parse(answer.body).querySelector(`[name=${name}]`)?.getAttribute('value');
    expect(field('familyName')).toBe('D’Ònofrio');
    expect(field('birthDate')).toBe('31/02/1990');
    expect(field('codiceFiscale')).toBe('RSSMRA80A01H501X');
  });

  it('asks the codice fiscale to agree with name and birth, and keeps it unreadable', async () => {
    const wrong = await register('cf@posta.example', { codiceFiscale: 'RSSMRA80A01H501U' });
    expect(errors(wrong.body)).toEqual([
      'Il codice fiscale non corrisponde al nome e al cognome. Scrivi tutti i nomi come sul documento.',
    ]);
    const right = await register('cf@posta.example', { codiceFiscale: ownCode.toLowerCase() });
    expect(right.statusCode).toBe(303);
    const { rows } = await deps.current.pool.query<{ cipher: Buffer }>(
      `SELECT codice_fiscale_cipher AS cipher FROM account WHERE email = 'cf@posta.example'`,
    );
    expect(rows[0]?.cipher.toString('latin1')).not.toContain('FRRGLI');
    expect(deps.current.secrets.decrypt(rows[0]?.cipher ?? Buffer.alloc(0))).toBe(ownCode);
  });

  it('changes the language of the page and keeps what was typed', async () => {
    await browser.get('/register?next=%2Fbookings');
    const answer = await browser.post('/register', {
      givenName: 'Zoë',
      birthDate: '1/2',
      next: '/bookings',
      _lang: 'en',
    });
    expect(answer.statusCode).toBe(200);
    const html = parse(answer.body);
    expect(html.querySelector('h1')?.text).toBe('Register');
    expect(html.querySelector('[name=givenName]')?.getAttribute('value')).toBe('Zoë');
    expect(html.querySelector('[name=next]')?.getAttribute('value')).toBe('/bookings');
    expect(errors(answer.body)).toEqual([]);
  });

  it('from a page that is too old does nothing, and shows the form again as typed', async () => {
    const answer = await browser.post('/register', { ...giulia, email: 'vecchia@posta.example', _csrf: 'another' });
    expect(answer.statusCode).toBe(403);
    expect(parse(answer.body).querySelector('[name=email]')?.getAttribute('value')).toBe('vecchia@posta.example');
    expect(await notices('vecchia@posta.example')).toEqual([]);
  });

  it('does not open for a wrong code, and after five asks for another', async () => {
    await register('cinque@posta.example');
    const right = await codeFor('cinque@posta.example');
    const wrong = right === '000000' ? '000001' : '000000';
    for (let attempt = 1; attempt <= 4; attempt += 1) {
      const answer = await browser.post('/verify-email', { code: wrong });
      expect(errors(answer.body)).toEqual(['Il codice non è giusto. Usa quello dell’ultima e-mail.']);
    }
    const fifth = await browser.post('/verify-email', { code: wrong });
    expect(errors(fifth.body)[0]).toMatch(/cinque volte/);
    expect((await browser.post('/verify-email', { code: right })).statusCode).toBe(422);

    expect((await browser.post('/verify-email/resend', {})).body).toContain('meno di un minuto fa');
    deps.current.clock.advance({ seconds: 61 });
    expect((await browser.post('/verify-email/resend', {})).headers.location).toBe('/verify-email?sent=again');
    const other = await codeFor('cinque@posta.example');
    expect((await browser.post('/verify-email', { code: `${other.slice(0, 3)} ${other.slice(3)}` })).statusCode).toBe(
      303,
    );
    expect(loggedIn).toHaveLength(1);
  });

  it('counts a hundred codes sent at once as five', async () => {
    await register('cento@posta.example');
    const right = await codeFor('cento@posta.example');
    const guesses = Array.from({ length: 40 }, (_, guess) => String(guess).padStart(6, '0')).filter(
      (guess) => guess !== right,
    );
    await Promise.all(guesses.map((code) => browser.post('/verify-email', { code })));
    const { rows } = await deps.current.pool.query<{ attempts: number }>(
      `SELECT p.attempts FROM email_proof p JOIN account a ON a.id = p.account_id WHERE a.email = 'cento@posta.example'`,
    );
    expect(rows).toEqual([{ attempts: 5 }]);
  });

  it('does not take a code or a link after half an hour', async () => {
    await register('tardi@posta.example');
    deps.current.clock.advance({ minutes: 30 });
    const answer = await browser.post('/verify-email', { code: await codeFor('tardi@posta.example') });
    expect(errors(answer.body)[0]).toMatch(/scaduto/);
    const link = await browser.get(await linkFor('tardi@posta.example'));
    expect(link.statusCode).toBe(410);
    expect(parse(link.body).querySelector('main a')?.getAttribute('href')).toBe('/verify-email');
  });

  it('by the link on another device: opening changes nothing, the button proves, the first browser goes on', async () => {
    await register('link@posta.example', { next: '/bookings' });
    const phone = await testBrowser(app, deps.current);
    const opened = await phone.get(await linkFor('link@posta.example'));
    expect(opened.body).toContain('Giulia Ferri');
    expect((await browser.post('/verify-email/continue', {})).statusCode).toBe(422);

    const token = parse(opened.body).querySelector('[name=token]')?.getAttribute('value') ?? '';
    expect((await phone.post('/verify-email', { token })).headers.location).toBe('/login?notice=proved');
    expect((await phone.get('/profile')).statusCode).toBe(303);
    expect((await browser.post('/verify-email/continue', {})).headers.location).toBe('/bookings');
    expect((await browser.get('/profile')).statusCode).toBe(200);
    expect((await phone.post('/verify-email', { token })).statusCode).toBe(410);
  });

  it('by the code typed on another device, with the address', async () => {
    await register('altro@posta.example');
    const phone = await testBrowser(app, deps.current);
    await phone.get('/verify-email');
    const fields = { email: 'Altro@posta.example', code: await codeFor('altro@posta.example') };
    expect((await phone.post('/verify-email', fields)).headers.location).toBe('/login?notice=proved');
    expect((await phone.post('/verify-email', { ...fields, email: 'nessuno@posta.example' })).statusCode).toBe(422);
  });

  it.each(['garbage', 'MTI.AAAA', '', '../../etc'])('refuses the made-up link %s', async (token) => {
    expect((await browser.get(`/verify-email?token=${encodeURIComponent(token)}`)).statusCode).toBe(410);
  });

  it('with an address that has an account looks the same from outside, and tells its owner', async () => {
    await register('padrona@posta.example');
    await browser.post('/verify-email', { code: await codeFor('padrona@posta.example') });
    const stranger = await testBrowser(app, deps.current);
    const known = await register('padrona@posta.example', { givenName: 'Estranea' }, stranger);
    const other = await testBrowser(app, deps.current);
    const unknown = await register('nuova@posta.example', { givenName: 'Estranea' }, other);
    expect(known.statusCode).toBe(unknown.statusCode);
    expect(known.headers.location).toBe(unknown.headers.location);
    expect(known.cookies.map((cookie) => cookie.name)).toEqual(unknown.cookies.map((cookie) => cookie.name));

    const plain = (body: string) =>
      body.replace(/(padrona|nuova)@posta.example/g, '').replace(/name="_csrf" value="[^"]*"/g, '');
    const pageOf = async (visitor: TestBrowser) => plain((await visitor.get('/verify-email?sent=first')).body);
    expect(await pageOf(stranger)).toBe(await pageOf(other));
    for (let attempt = 1; attempt <= 6; attempt += 1) {
      const [a, b] = [
        await stranger.post('/verify-email', { code: '999999' }),
        await other.post('/verify-email', { code: '999999' }),
      ];
      expect(plain(a.body)).toBe(plain(b.body));
    }
    expect(plain((await stranger.post('/verify-email/continue', {})).body)).toBe(
      plain((await other.post('/verify-email/continue', {})).body),
    );
    for (const [visitor, email] of [
      [stranger, 'padrona'],
      [other, 'nuova'],
    ] as const) {
      const third = await testBrowser(app, deps.current);
      await register(`${email}@posta.example`, {}, third);
      expect(errors((await visitor.post('/verify-email', { code: '999999' })).body)[0]).toMatch(/scaduto/);
      expect((await visitor.post('/verify-email/resend', {})).body).toContain('un’altra registrazione');
      deps.current.clock.advance({ seconds: 61 });
      expect((await third.post('/verify-email/resend', {})).statusCode).toBe(303);
    }
    expect((await notices('padrona@posta.example')).map((notice) => notice.kind)).toEqual([
      'verify-email',
      'already-registered',
      'already-registered',
    ]);
    const { rows } = await deps.current.pool.query(
      `SELECT given_name FROM account WHERE email = 'padrona@posta.example'`,
    );
    expect(rows).toEqual([{ given_name: 'Giulia' }]);
  });

  it('never proved gives way to a new one, whose account has nothing of the first', async () => {
    await register('doppia@posta.example');
    const first = await codeFor('doppia@posta.example');
    const again = await testBrowser(app, deps.current);
    await register('doppia@posta.example', { familyName: 'Altra' }, again);
    deps.current.clock.advance({ seconds: 61 });
    expect((await browser.post('/verify-email/resend', {})).body).toContain('un’altra registrazione');
    // The first browser can do nothing any more, not even with the second code.
    expect((await browser.post('/verify-email', { code: first })).statusCode).toBe(422);
    expect((await browser.post('/verify-email', { code: await codeFor('doppia@posta.example') })).statusCode).toBe(422);
    expect((await again.post('/verify-email', { code: await codeFor('doppia@posta.example') })).statusCode).toBe(303);
    expect((await again.get('/profile')).body).toContain('Giulia Altra');
  });

  it.each(['//evil.example', 'https://evil.example/', '/\\evil.example', 'javascript:alert(1)'])(
    'does not lead away to %s',
    async (next) => {
      const email = `via-${Buffer.from(next).toString('hex').slice(0, 12)}@posta.example`;
      await register(email, { next });
      const entered = await browser.post('/verify-email', { code: await codeFor(email), next });
      expect(entered.headers.location).toBe('/');
    },
  );

  it('takes hostile text as text', async () => {
    const hostile = `'); DROP TABLE account; --`;
    const answer = await register('ostile@posta.example', { givenName: hostile, phone: '<script>' });
    expect(answer.statusCode).toBe(422);
    const html = await browser.post('/register', {
      ...giulia,
      givenName: '"><script>alert(1)</script>',
      email: '<b>@x',
      password: '',
    });
    expect(html.statusCode).toBe(422);
    expect(html.body).not.toContain('<script>alert');
  });
});
