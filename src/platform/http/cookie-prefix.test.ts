import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FastifyInstance } from 'fastify';
import { useDeps } from '#test/deps.ts';
import { createServer } from './server.ts';
import { siteCookie } from './site-cookie.ts';

const deps = useDeps({ TURNO_URL: 'https://turno.example' });
let app: FastifyInstance;
beforeAll(async () => {
  app = await createServer(deps.current, { problemPage: (_request, reply) => reply.send('') });
  app.get('/read', async (request) => request.cookies);
  app.get('/set', (_request, reply) =>
    reply.setCookie('turno_session', 'new', siteCookie(deps.current)).setCookie('elsewhere', '1').send('ok'),
  );
  app.get('/clear', (_request, reply) => reply.clearCookie('turno_session', { path: '/' }).send('ok'));
  await app.ready();
});
afterAll(() => app.close());

const read = async (cookie: string) =>
  (await app.inject({ url: '/read', headers: { cookie } })).json<Record<string, string>>();

describe('a cookie over HTTPS', () => {
  it('is set for this address alone, and cannot be planted from another one of the domain', async () => {
    const { headers } = await app.inject('/set');
    expect(headers['set-cookie']).toEqual([
      '__Host-turno_session=new; Path=/; HttpOnly; Secure; SameSite=Lax',
      'elsewhere=1; SameSite=Lax',
    ]);
    expect(await read('__Host-turno_session=mine; turno_session=planted; turno_csrf=planted; other=1')).toEqual({
      turno_session: 'mine',
      other: '1',
    });
    expect(await read('turno_session=planted')).toEqual({});
  });

  it('is taken away under the same name', async () => {
    const { headers } = await app.inject('/clear');
    expect(String(headers['set-cookie'])).toMatch(/^__Host-turno_session=;.*Secure/);
  });
});
