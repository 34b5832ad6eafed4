import { parse } from 'node-html-parser';
import { describe, expect, it } from 'vitest';
import { useDeps } from '#test/deps.ts';
import { password, secondFactorTools, site } from '#test/second-factor-tools.ts';
import { type TestBrowser, testBrowser } from '#test/slice-app.ts';
import { softwarePasskey } from '#test/software-passkey.ts';

/** What the API says of a login. */
interface Answer {
  readonly type?: string;
  readonly token?: string;
}

const deps = useDeps({ TURNO_URL: site });
const { addApp, app, codeOf, logIn, newBrowser, operator } = secondFactorTools(deps);

describe('over HTTP', () => {
  it('a password alone says that a code is needed, and the code opens the session', async () => {
    const { email } = await operator();
    const browser = await newBrowser();
    await logIn(browser, email);
    const post = (payload: object) => app().inject({ method: 'POST', url: '/api/v1/sessions', payload });
    expect((await post({ email, password })).statusCode).toBe(201);
    const { secret } = await addApp(browser);
    deps.current.clock.advance({ minutes: 1 });
    const without = await post({ email, password });
    expect([without.statusCode, without.json<Answer>().type]).toEqual([
      401,
      expect.stringMatching(/second-factor-required$/),
    ]);
    const wrong = await post({ email, password, code: '000000' });
    expect([wrong.statusCode, wrong.json<Answer>().type]).toEqual([401, expect.stringMatching(/wrong-code$/)]);
    const right = await post({ email, password, code: codeOf(secret) });
    expect(right.statusCode).toBe(201);
    const headers = { authorization: `Bearer ${right.json<Answer>().token}` };
    expect((await app().inject({ url: '/api/v1/work', headers })).json()).toEqual({ email });
  });

  it('a weaker session of somebody with a second factor does not work', async () => {
    const { id, email } = await operator();
    const browser = await newBrowser();
    await logIn(browser, email);
    await addApp(browser);
    const weak = await testBrowser(app(), deps.current, id);
    const answer = await weak.get('/api/v1/work');
    expect([answer.statusCode, answer.json<Answer>().type]).toEqual([
      403,
      expect.stringMatching(/second-factor-required$/),
    ]);
  });
});

describe('a passkey', () => {
  async function ask(browser: TestBrowser, url: string): Promise<{ options: string; asked: string }> {
    const document = parse((await browser.get(url)).body);
    const options = document.querySelector('[data-passkey]')?.getAttribute('data-options') ?? '';
    return { options, asked: document.querySelector('[name=asked]')?.getAttribute('value') ?? '' };
  }
  const newPath = '/profile/second-factor/passkeys/new';

  async function added() {
    const who = await operator();
    const browser = await newBrowser();
    await logIn(browser, who.email);
    const passkey = softwarePasskey();
    const { options, asked } = await ask(browser, newPath);
    const answer = passkey.create(options, site);
    const response = await browser.post(newPath, { name: 'chiavetta blu', current: password, asked, answer });
    return { who, browser, passkey, response, sent: { name: 'doppia', current: password, asked, answer } };
  }

  it('is added with the password, and asked for at the next login', async () => {
    const { who, passkey, response } = await added();
    expect(response.statusCode).toBe(200);
    expect(parse(response.body).querySelectorAll('.t-recovery-codes li')).toHaveLength(10);
    const next = await newBrowser();
    expect(await logIn(next, who.email)).toMatch(/^\/login\/second-factor/);
    const { options, asked } = await ask(next, '/login/second-factor');
    const proof = { asked, answer: passkey.get(options, site), next: '/office/work' };
    expect((await next.post('/login/second-factor', proof)).headers.location).toBe('/office/work');
    expect((await next.get('/office/work')).body).toBe(who.email);
  });

  it('answers one question once: the same answer is good for nothing later', async () => {
    const { who, browser, passkey, sent } = await added();
    expect((await browser.post(newPath, sent)).statusCode).toBe(422);
    const first = await newBrowser();
    await logIn(first, who.email);
    const { options, asked } = await ask(first, '/login/second-factor');
    const proof = { asked, answer: passkey.get(options, site) };
    expect((await first.post('/login/second-factor', proof)).statusCode).toBe(303);
    const second = await newBrowser();
    await logIn(second, who.email);
    expect((await second.post('/login/second-factor', proof)).statusCode).toBe(422);
  });

  it('of another site, another key or another account is refused', async () => {
    const { who, passkey } = await added();
    const other = await added();
    const browser = await newBrowser();
    await logIn(browser, who.email);
    const { options, asked } = await ask(browser, '/login/second-factor');
    const answers = [
      passkey.get(options, 'https://turno.example.evil.example'),
      other.passkey.get(options, site),
      softwarePasskey().get(options, site),
      'failed',
      '{"id":1}',
    ];
    for (const answer of answers) {
      const again = await ask(browser, '/login/second-factor');
      const refused = await browser.post('/login/second-factor', { asked: again.asked || asked, answer });
      expect(refused.statusCode, answer.slice(0, 40)).toBe(422);
    }
  });
});
