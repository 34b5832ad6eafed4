import type { FastifyInstance } from 'fastify';
import { parse } from 'node-html-parser';
import { beforeAll, describe, expect, it } from 'vitest';
import { createMailer, type Mailer } from '#platform/mail.ts';
import { useDeps } from '#test/deps.ts';
import { sliceApp } from '#test/slice-app.ts';
import { addDemoPages } from './routes.ts';
import { linksIn } from './links-in.ts';
import { type MailCatcher, startMailCatcher } from './mail-catcher.ts';

const deps = useDeps({ TURNO_DEMO: 'on' });
let app: FastifyInstance;
let catcher: MailCatcher;
let mailer: Mailer | undefined;
beforeAll(async () => {
  app = await sliceApp(deps.current, addDemoPages);
  catcher = await startMailCatcher(deps.current);
  mailer = createMailer(deps.current.config, catcher.port);
  return async () => {
    mailer?.close();
    await Promise.all([app.close(), catcher.close()]);
  };
});

const json = { accept: 'application/json' };
const items = async (url: string) =>
  (await app.inject({ url, headers: json })).json<{ items: Record<string, unknown>[] }>().items;

let sent = 0;

async function send(to: string, subject: string) {
  sent += 1;
  const link = 'https://turno.example/l/abc.def';
  await mailer?.send({
    to,
    subject,
    text: `Ecco il collegamento:\n${link}\n`,
    html: `<!doctype html><p style="color:red">Ecco <a href="${link}?a=1&amp;b=2">qui</a></p><script>alert(1)</script>`,
    messageId: `<${sent}@turno.example>`,
    language: 'it',
    attachments: [
      {
        filename: 'K7QF29MX.ics',
        content: 'BEGIN:VCALENDAR',
        contentType: 'text/calendar; charset=utf-8; method=PUBLISH',
      },
    ],
  });
}

describe('the demo’s e-mails', () => {
  it('are kept instead of sent, and listed newest first for one address', async () => {
    await send('Giulia.Ferri@demo.example', 'Primo messaggio');
    await send('giulia.ferri@demo.example', 'Secondo messaggio: è più recente');
    await send('altri@demo.example', 'Per altri');
    const mails = await items('/demo/mail?to=giulia.ferri@demo.example');
    expect(mails.map((mail) => mail['subject'])).toEqual(['Secondo messaggio: è più recente', 'Primo messaggio']);
    expect(mails[0]).toMatchObject({
      to: 'giulia.ferri@demo.example',
      text: expect.stringContaining('Ecco il collegamento') as string,
      html: expect.stringContaining('<p style') as string,
      sentAt: '2026-11-22T10:00:00Z',
      links: ['https://turno.example/l/abc.def?a=1&b=2'],
    });
    expect((await items('/demo/mail')).length).toBe(3);
  });

  it('are shown as a mailbox, and one by one in a frame that lets nothing run', async () => {
    const [mail] = await items('/demo/mail?to=altri@demo.example');
    const box = await app.inject('/demo/mail?to=altri@demo.example');
    const link = parse(box.body).querySelector('main a[href^="/demo/mail/"]')?.getAttribute('href') ?? '';
    expect(link).toBe(`/demo/mail/${String(mail?.['id'])}`);
    const page = await app.inject(link);
    expect(page.headers['content-security-policy']).toContain("frame-src 'self'");
    expect(page.headers['content-security-policy']).toContain("default-src 'none'");
    const frame = parse(page.body).querySelector('iframe');
    expect(frame?.getAttribute('sandbox')).not.toContain('allow-scripts');
    const html = await app.inject(frame?.getAttribute('src') ?? '');
    expect(html.headers['content-security-policy']).toMatch(/default-src 'none'; style-src 'unsafe-inline'.*sandbox/);
    expect(html.body).toContain('<p style="color:red">');
    const file = await app.inject(`${link}/attachments/0`);
    expect(file.headers['content-type']).toContain('text/calendar');
    expect(file.body.trim()).toBe('BEGIN:VCALENDAR');
  });

  it('answer 404 where there is none', async () => {
    for (const path of ['999', 'x', '1%00', '1/html/x', '999/html', '1/attachments/9', '1/attachments/x']) {
      expect([path, (await app.inject(`/demo/mail/${path}`)).statusCode]).toEqual([path, 404]);
    }
    for (const query of ['?to=%00', '?to=a&to=b', `?to=${'a'.repeat(5000)}`, '?to=%27%3B--']) {
      expect((await app.inject(`/demo/mail${query}`)).statusCode).toBe(200);
    }
  });
});

describe('the demo’s people', () => {
  it('are enough to try everything, each with an address of the demo', async () => {
    const people = await items('/demo/people');
    const roles = people.map((person) => person['role']);
    expect(roles.filter((role) => role === 'citizen').length).toBeGreaterThanOrEqual(5);
    expect(roles).toEqual(expect.arrayContaining(['operator', 'planner-manager', 'network-admin']));
    for (const person of people) {
      expect(person['email']).toMatch(/\.example$/);
      expect(person).toMatchObject({
        password: expect.any(String) as string,
        birthDate: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/) as string,
      });
    }
  });

  it('are shown on a page with a way to their e-mails', async () => {
    const page = await app.inject({ url: '/demo/people', headers: { accept: 'text/html' } });
    expect(page.statusCode).toBe(200);
    expect(parse(page.body).querySelectorAll('main a[href^="/demo/mail?to="]').length).toBeGreaterThan(5);
  });
});

describe('outside the demo set-up', () => {
  const production = useDeps();
  it('has no such pages', async () => {
    const own = await sliceApp(production.current, addDemoPages);
    for (const url of ['/demo/people', '/demo/mail', '/demo/mail/1', '/demo/mail/1/html']) {
      expect((await own.inject(url)).statusCode).toBe(404);
    }
    await own.close();
  });
});

describe('the links in an e-mail', () => {
  it('are found once each, whatever they carry', () => {
    expect(
      linksIn(
        '<a href="https://a.example/?x=1&amp;y=2">a</a><a href="https://a.example/?x=1&amp;y=2">b</a><a href="mailto:x">c</a>',
      ),
    ).toEqual(['https://a.example/?x=1&y=2']);
  });
});
