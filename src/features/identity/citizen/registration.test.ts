import { parse } from 'node-html-parser';
import { describe, expect, it } from 'vitest';
import { useDeps } from '#test/deps.ts';
import { errorsOf, giulia, mailbox, register, useAccountPages } from '#test/registering.ts';
import { type TestBrowser, testBrowser } from '#test/slice-app.ts';
import { makeCodiceFiscale } from '../codice-fiscale/codice-fiscale.ts';

describe('registration', () => {
  const deps = useDeps();
  const pages = useAccountPages(deps);

  const ownCode = makeCodiceFiscale({
    ...giulia,
    birthDate: Temporal.PlainDate.from('1988-04-12'),
    sex: 'F',
    birthPlaceCode: 'H501',
  });

  it('in the middle of a booking leads by the code straight back to the held seat', async () => {
    const next = '/holds/0190a1b2-0000-7000-8000-000000000001';
    await pages.browser.get(`/register?next=${encodeURIComponent(next)}`);
    const sent = await pages.browser.post('/register', { ...giulia, email: 'uno@posta.example', next });
    expect(sent.headers.location).toBe('/verify-email?sent=first');
    const asked = await pages.browser.get('/verify-email?sent=first');
    expect(asked.body).toContain('uno@posta.example');
    expect(asked.body).toContain('resta trattenuto');
    const entered = await pages.browser.post('/verify-email', {
      code: await mailbox(deps.current, 'uno@posta.example').code(),
      next,
    });
    expect(entered.headers.location).toBe(next);
    expect(pages.loggedIn).toHaveLength(1);
    expect((await pages.browser.get('/profile')).body).toContain('Giulia Ferri');
  });

  it('says of each field what to do, and loses nothing that was typed', async () => {
    await pages.browser.get('/register');
    const answer = await pages.browser.post('/register', {
      givenName: '',
      familyName: 'D’Ònofrio',
      birthDate: '31/02/1990',
      email: 'senza chiocciola',
      password: 'corta',
      codiceFiscale: 'RSSMRA80A01H501X',
    });
    expect(answer.statusCode).toBe(422);
    expect(errorsOf(answer)).toEqual([
      'Scrivi il nome.',
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

  it.each([
    ['nothing', {}],
    [
      'empty fields',
      { givenName: '', familyName: '', birthDate: '', email: '', password: '', codiceFiscale: '', phone: '' },
    ],
    ['a wrong date alone', { ...giulia, birthDate: 'ieri', email: 'data@posta.example' }],
    ['a wrong codice fiscale alone', { ...giulia, codiceFiscale: 'boh', email: 'codice@posta.example' }],
    ['a date to come', { ...giulia, birthDate: '1/1/2030', email: 'futuro@posta.example' }],
    ['a date of another age', { ...giulia, birthDate: '1/1/1800', email: 'passato@posta.example' }],
    ['its own name as password', { ...giulia, password: 'Giulia Ferri 88', email: 'nome@posta.example' }],
  ])('with %s is shown again with what is wrong', async (_what, fields) => {
    await pages.browser.get('/register');
    const answer = await pages.browser.post('/register', fields);
    expect(answer.statusCode).toBe(422);
    expect(errorsOf(answer)).not.toEqual([]);
  });

  it('asks the codice fiscale to agree with name and birth, and keeps it unreadable', async () => {
    const wrong = await register(pages.browser, 'cf@posta.example', { codiceFiscale: 'RSSMRA80A01H501U' });
    expect(errorsOf(wrong)).toEqual([
      'Il codice fiscale non corrisponde al nome e al cognome. Scrivi tutti i nomi come sul documento.',
    ]);
    const right = await register(pages.browser, 'cf@posta.example', { codiceFiscale: ownCode.toLowerCase() });
    expect(right.statusCode).toBe(303);
    const { rows } = await deps.current.pool.query<{ cipher: Buffer }>(
      `SELECT codice_fiscale_cipher AS cipher FROM account WHERE email = 'cf@posta.example'`,
    );
    expect(rows[0]?.cipher.toString('latin1')).not.toContain('FRRGLI');
    expect(deps.current.secrets.decrypt(rows[0]?.cipher ?? Buffer.alloc(0))).toBe(ownCode);
  });

  it('changes the language of the page and keeps what was typed', async () => {
    await pages.browser.get('/register?next=%2Fbookings');
    const answer = await pages.browser.post('/register', {
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
    expect(errorsOf(answer)).toEqual([]);
  });

  it('from a page that is too old does nothing, and shows the form again as typed', async () => {
    const answer = await pages.browser.post('/register', {
      ...giulia,
      email: 'vecchia@posta.example',
      _csrf: 'another',
    });
    expect(answer.statusCode).toBe(403);
    expect(parse(answer.body).querySelector('[name=email]')?.getAttribute('value')).toBe('vecchia@posta.example');
    expect(await mailbox(deps.current, 'vecchia@posta.example').kinds()).toEqual([]);
  });

  it('with an address that has an account looks the same from outside, and tells its owner', async () => {
    await register(pages.browser, 'padrona@posta.example');
    await pages.browser.post('/verify-email', { code: await mailbox(deps.current, 'padrona@posta.example').code() });
    const stranger = await testBrowser(pages.app, deps.current);
    const known = await register(stranger, 'padrona@posta.example', { givenName: 'Estranea' });
    const other = await testBrowser(pages.app, deps.current);
    const unknown = await register(other, 'nuova@posta.example', { givenName: 'Estranea' });
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
      const third = await testBrowser(pages.app, deps.current);
      await register(third, `${email}@posta.example`, {});
      expect(errorsOf(await visitor.post('/verify-email', { code: '999999' }))[0]).toMatch(/scaduto/);
      expect((await visitor.post('/verify-email/resend', {})).body).toContain('un’altra registrazione');
      deps.current.clock.advance({ seconds: 61 });
      expect((await third.post('/verify-email/resend', {})).statusCode).toBe(303);
    }
    expect(await mailbox(deps.current, 'padrona@posta.example').kinds()).toEqual([
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
    await register(pages.browser, 'doppia@posta.example');
    const first = await mailbox(deps.current, 'doppia@posta.example').code();
    const again = await testBrowser(pages.app, deps.current);
    await register(again, 'doppia@posta.example', { familyName: 'Altra' });
    deps.current.clock.advance({ seconds: 61 });
    expect((await pages.browser.post('/verify-email/resend', {})).body).toContain('un’altra registrazione');
    // The first browser can do nothing any more, not even with the second code.
    expect((await pages.browser.post('/verify-email', { code: first })).statusCode).toBe(422);
    expect(
      (await pages.browser.post('/verify-email', { code: await mailbox(deps.current, 'doppia@posta.example').code() }))
        .statusCode,
    ).toBe(422);
    expect(
      (await again.post('/verify-email', { code: await mailbox(deps.current, 'doppia@posta.example').code() }))
        .statusCode,
    ).toBe(303);
    expect((await again.get('/profile')).body).toContain('Giulia Altra');
  });

  it.each(['//evil.example', 'https://evil.example/', '/\\evil.example', 'javascript:alert(1)'])(
    'does not lead away to %s',
    async (next) => {
      const email = `via-${Buffer.from(next).toString('hex').slice(0, 12)}@posta.example`;
      await register(pages.browser, email, { next });
      const entered = await pages.browser.post('/verify-email', {
        code: await mailbox(deps.current, email).code(),
        next,
      });
      expect(entered.headers.location).toBe('/');
    },
  );

  it('takes hostile text as text', async () => {
    const hostile = `'); DROP TABLE account; --`;
    const answer = await register(pages.browser, 'ostile@posta.example', { givenName: hostile, phone: '<script>' });
    expect(answer.statusCode).toBe(422);
    const html = await pages.browser.post('/register', {
      ...giulia,
      givenName: '"><script>alert(1)</script>',
      email: '<b>@x',
      password: '',
    });
    expect(html.statusCode).toBe(422);
    expect(html.body).not.toContain('<script>alert');
  });
});
