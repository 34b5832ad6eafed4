import { describe, expect, it } from 'vitest';
import { doorPassword, intentIn, provedAs, useDoors } from '#test/door-journey.ts';
import { useDeps } from '#test/deps.ts';
import { testBrowser } from '#test/slice-app.ts';
import { isPersonProved } from '../account/proved-person.query.ts';
import type { ProvedLogin } from './proved-login.ts';
import { readIntent } from './intent.ts';

describe('one person, several doors', () => {
  const deps = useDeps();
  const doors = useDoors(deps);

  describe('linking', () => {
    async function linkFrom(accountId: number, login: ProvedLogin) {
      const browser = await testBrowser(doors.app(), deps.current, accountId);
      await browser.get('/profile/doors');
      const leave = await browser.post('/profile/doors/link', { scheme: 'spid', current: doorPassword });
      expect(leave.statusCode).toBe(200);
      return { browser, answer: await doors.comeBack(browser, login, intentIn(leave.body)) };
    }

    it('asks for the password first', async () => {
      const browser = await testBrowser(doors.app(), deps.current, await doors.account('chiede@posta.example'));
      await browser.get('/profile/doors');
      const empty = await browser.post('/profile/doors/link', { scheme: 'spid' });
      expect(empty.statusCode).toBe(422);
      const wrong = await browser.post('/profile/doors/link', { scheme: 'spid', current: 'non è questa qui' });
      expect(wrong.statusCode).toBe(422);
      expect(wrong.body).not.toContain('/auth/spid/login');
    });

    it('opens the same account by both doors, and takes over what is proved', async () => {
      const id = await doors.account('collega@posta.example', { birth_date: Temporal.PlainDate.from('1988-04-12') });
      const { browser, answer } = await linkFrom(id, provedAs('DRADNA88D12H501P'));
      expect(answer.headers.location).toBe('/profile/doors?notice=linked');
      expect(await doors.me(browser)).toMatchObject({ scheme: 'spid', email: 'collega@posta.example' });
      const again = await testBrowser(doors.app(), deps.current);
      await doors.comeBack(again, provedAs('DRADNA88D12H501P'));
      expect(await doors.me(again)).toMatchObject({
        email: 'collega@posta.example',
        codiceFiscale: 'DRADNA88D12H501P',
      });
    });

    it('is refused where the account speaks of another person', async () => {
      const id = await doors.account('altri@posta.example', { birth_date: Temporal.PlainDate.from('1970-01-01') });
      const { browser, answer } = await linkFrom(id, provedAs('PLLGNN88D12H501Q'));
      expect(answer.headers.location).toBe('/profile/doors?notice=other-person');
      expect((await browser.get('/profile/doors?notice=other-person')).body).toContain('non è della persona');
      expect(await doors.me(browser)).toMatchObject({ scheme: 'local' });
    });

    it('joins the account that the other door had', async () => {
      const code = 'FSCLNZ88D12H501W';
      await doors.comeBack(await testBrowser(doors.app(), deps.current), provedAs(code));
      const { rows } = await deps.current.pool.query<{ account_id: number }>(
        'SELECT account_id FROM account_identity WHERE subject_key = $1',
        [deps.current.secrets.hash('codice-fiscale', code)],
      );
      // The stand-in for other features leaves the identity where it is: it is moved here.
      const id = await doors.account('unisce@posta.example');
      await deps.current.pool.query('DELETE FROM account_identity WHERE account_id = $1', [rows[0]?.account_id]);
      await deps.current.pool.query(
        `INSERT INTO account_identity (account_id, scheme, subject_key, provider, level, linked_at, used_at)
         VALUES ($1, 'cie', $2, 'x', 2, now(), now())`,
        [rows[0]?.account_id, deps.current.secrets.hash('codice-fiscale', code)],
      );
      const { answer } = await linkFrom(id, provedAs(code));
      expect(doors.joins).toEqual([{ keptId: id, closedId: rows[0]?.account_id }]);
      expect(answer.headers.location).toBe('/profile/doors?notice=joined');
    });

    it('needs the session that asked for it: after a logout it is a plain login', async () => {
      const id = await doors.account('uscita@posta.example');
      const browser = await testBrowser(doors.app(), deps.current, id);
      await browser.get('/profile/doors');
      const intent = intentIn(
        (await browser.post('/profile/doors/link', { scheme: 'spid', current: doorPassword })).body,
      );
      await browser.post('/logout', {});
      await doors.comeBack(browser, provedAs('LBRRTT88D12H501V'), intent);
      expect((await doors.me(browser)).email).toBe('');
    });
  });

  describe('unlinking', () => {
    it('closes a way after the password, but never the last one', async () => {
      const id = await doors.account('scollega@posta.example');
      const browser = await testBrowser(doors.app(), deps.current, id);
      await browser.get('/profile/doors');
      const leave = await browser.post('/profile/doors/link', { scheme: 'spid', current: doorPassword });
      await doors.comeBack(browser, provedAs('ZNNSRA88D52H501J'), intentIn(leave.body));
      await browser.get('/profile/doors/unlink?way=spid');
      expect(
        (await browser.post('/profile/doors/unlink', { way: 'spid', current: 'sbagliata davvero' })).statusCode,
      ).toBe(422);
      expect(
        (await browser.post('/profile/doors/unlink', { way: 'spid', current: doorPassword })).headers.location,
      ).toBe('/profile/doors?notice=unlinked');
      expect(await isPersonProved(deps.current.db, id)).toBe(false);
      const last = await browser.post('/profile/doors/unlink', { way: 'local', current: doorPassword });
      expect(last.statusCode).toBe(422);
    });
  });

  it('joins the account of an e-mail and its password with that of SPID', async () => {
    const old = await doors.account('vecchio@posta.example');
    const browser = await testBrowser(doors.app(), deps.current);
    await doors.comeBack(browser, provedAs('GRNLCA88D12H501B'));
    await browser.get('/profile/doors');
    const wrong = await browser.post('/profile/doors/join', { email: 'vecchio@posta.example', password: 'sbagliata!' });
    expect(wrong.statusCode).toBe(422);
    expect(doors.joins).toEqual([]);
    const joined = await browser.post('/profile/doors/join', {
      email: 'vecchio@posta.example',
      password: doorPassword,
    });
    expect(joined.headers.location).toBe('/profile/doors?notice=joined');
    expect(doors.joins).toMatchObject([{ closedId: old }]);
  });

  it('steps up from a password to SPID in the same account, and comes back', async () => {
    const id = await doors.account('sale@posta.example', { birth_date: Temporal.PlainDate.from('1988-04-12') });
    const browser = await testBrowser(doors.app(), deps.current, id);
    const page = await browser.get('/login/step-up?level=2&next=/holds/9');
    const intent = intentIn(page.body);
    expect(readIntent(deps.current, intent)).toMatchObject({ purpose: 'step-up', level: 2, accountId: id });
    const answer = await doors.comeBack(browser, provedAs('SLVCHR88D52H501M'), intent);
    expect(answer.headers.location).toBe('/holds/9');
    expect(await doors.me(browser)).toMatchObject({ scheme: 'spid', level: 2, email: 'sale@posta.example' });
    expect((await browser.get('/login/step-up?level=2&next=/holds/9')).headers.location).toBe('/holds/9');
  });

  it('does not step up into a link where the account does not say whose it is: a session left open is not enough', async () => {
    const id = await doors.account('sportello@sede.example');
    const browser = await testBrowser(doors.app(), deps.current, id);
    const intent = intentIn((await browser.get('/login/step-up?level=2&next=/holds/9')).body);
    const answer = await doors.comeBack(browser, provedAs('MLNVTR88D52H501K'), intent);
    expect(answer.headers.location).toBe('/profile/doors?notice=ask-first&next=%2Fholds%2F9');
    expect((await browser.get('/profile/doors?notice=ask-first')).body).toContain('Prima scrivi la tua password');
    expect(await doors.ownerOf('MLNVTR88D52H501K')).toBe(0);
    expect(await doors.me(browser)).toMatchObject({ scheme: 'local' });
  });

  it('opens no way in, and takes no address, with a first password that somebody else has seen', async () => {
    const id = await doors.account('primo@sede.example', { must_change_password: true });
    const browser = await testBrowser(doors.app(), deps.current, id);
    await browser.get('/profile/doors');
    const fields = { scheme: 'spid', way: 'local', email: 'altro@posta.example', current: doorPassword, password: 'x' };
    for (const path of ['/profile/doors/link', '/profile/doors/unlink', '/profile/doors/join', '/profile/email'])
      expect((await browser.post(path, fields)).headers.location).toMatch(/^\/profile\/password\?/);
  });
});
