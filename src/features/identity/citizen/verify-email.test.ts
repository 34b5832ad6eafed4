import { parse } from 'node-html-parser';
import { describe, expect, it } from 'vitest';
import { useDeps } from '#test/deps.ts';
import { errorsOf, mailbox, register, useAccountPages } from '#test/registering.ts';
import { testBrowser } from '#test/slice-app.ts';

describe('the address of a new account is proved', () => {
  const deps = useDeps();
  const pages = useAccountPages(deps);

  it('does not open for a wrong code, and after five asks for another', async () => {
    await register(pages.browser, 'cinque@posta.example');
    const right = await mailbox(deps.current, 'cinque@posta.example').code();
    const wrong = right === '000000' ? '000001' : '000000';
    for (let attempt = 1; attempt <= 4; attempt += 1) {
      const answer = await pages.browser.post('/verify-email', { code: wrong });
      expect(errorsOf(answer)).toEqual(['Il codice non è giusto. Usa quello dell’ultima e-mail.']);
    }
    const fifth = await pages.browser.post('/verify-email', { code: wrong });
    expect(errorsOf(fifth)[0]).toMatch(/cinque volte/);
    expect((await pages.browser.post('/verify-email', { code: right })).statusCode).toBe(422);

    expect((await pages.browser.post('/verify-email/resend', {})).body).toContain('meno di un minuto fa');
    deps.current.clock.advance({ seconds: 61 });
    expect((await pages.browser.post('/verify-email/resend', {})).headers.location).toBe('/verify-email?sent=again');
    const other = await mailbox(deps.current, 'cinque@posta.example').code();
    expect(
      (await pages.browser.post('/verify-email', { code: `${other.slice(0, 3)} ${other.slice(3)}` })).statusCode,
    ).toBe(303);
    expect(pages.loggedIn).toHaveLength(1);
  });

  it('counts a hundred codes sent at once as five', async () => {
    await register(pages.browser, 'cento@posta.example');
    const right = await mailbox(deps.current, 'cento@posta.example').code();
    const guesses = Array.from({ length: 40 }, (_, guess) => String(guess).padStart(6, '0')).filter(
      (guess) => guess !== right,
    );
    await Promise.all(guesses.map((code) => pages.browser.post('/verify-email', { code })));
    const { rows } = await deps.current.pool.query<{ attempts: number }>(
      `SELECT p.attempts FROM email_proof p JOIN account a ON a.id = p.account_id WHERE a.email = 'cento@posta.example'`,
    );
    expect(rows).toEqual([{ attempts: 5 }]);
  });

  it('does not take a code or a link after half an hour', async () => {
    await register(pages.browser, 'tardi@posta.example');
    deps.current.clock.advance({ minutes: 30 });
    const answer = await pages.browser.post('/verify-email', {
      code: await mailbox(deps.current, 'tardi@posta.example').code(),
    });
    expect(errorsOf(answer)[0]).toMatch(/scaduto/);
    const link = await pages.browser.get(await mailbox(deps.current, 'tardi@posta.example').link());
    expect(link.statusCode).toBe(410);
    expect(parse(link.body).querySelector('main a')?.getAttribute('href')).toBe('/verify-email');
  });

  it('by the link on another device: opening changes nothing, the button proves, the first browser goes on', async () => {
    await register(pages.browser, 'link@posta.example', { next: '/bookings' });
    const phone = await testBrowser(pages.app, deps.current);
    const opened = await phone.get(await mailbox(deps.current, 'link@posta.example').link());
    expect(opened.body).toContain('Giulia Ferri');
    expect((await pages.browser.post('/verify-email/continue', {})).statusCode).toBe(422);

    const token = parse(opened.body).querySelector('[name=token]')?.getAttribute('value') ?? '';
    expect((await phone.post('/verify-email', { token })).headers.location).toBe('/login?notice=proved');
    expect((await phone.get('/profile')).statusCode).toBe(303);
    expect((await pages.browser.post('/verify-email/continue', {})).headers.location).toBe('/bookings');
    expect((await pages.browser.get('/profile')).statusCode).toBe(200);
    expect((await phone.post('/verify-email', { token })).statusCode).toBe(410);
  });

  it('by the code typed on another device, with the address', async () => {
    await register(pages.browser, 'altro@posta.example');
    const phone = await testBrowser(pages.app, deps.current);
    await phone.get('/verify-email');
    const fields = { email: 'Altro@posta.example', code: await mailbox(deps.current, 'altro@posta.example').code() };
    expect((await phone.post('/verify-email', fields)).headers.location).toBe('/login?notice=proved');
    expect((await phone.post('/verify-email', { ...fields, email: 'nessuno@posta.example' })).statusCode).toBe(422);
  });

  it.each(['garbage', 'MTI.AAAA', '', '../../etc'])('refuses the made-up link %s', async (token) => {
    expect((await pages.browser.get(`/verify-email?token=${encodeURIComponent(token)}`)).statusCode).toBe(410);
  });
});
