import type { FastifyInstance, FastifyReply } from 'fastify';
import { h } from 'preact';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Deps } from '#platform/deps.ts';
import { useDeps } from '#test/deps.ts';
import { sliceApp } from '#test/slice-app.ts';
import { page } from './page.ts';
import { addPreparedPages, prepared } from './prepared-pages.ts';

const deps = useDeps();
let app: FastifyInstance;
let made = 0;
beforeAll(async () => {
  app = await sliceApp(deps.current, addPages);
  return () => app.close();
});

function addPages(server: FastifyInstance, { clock }: Deps): void {
  addPreparedPages(server, { clock, headers: { 'x-safe': 'yes' } });
  const count = (reply: FastifyReply, form: boolean) => {
    made += 1;
    const field = form ? h('input', { name: '_csrf', value: reply.csrfToken() }) : null;
    return page(reply, h('p', null, `made ${made} times `, field));
  };
  server.get('/plain', prepared, async (_request, reply) => count(reply, false));
  server.get('/form', prepared, async (_request, reply) => count(reply, true));
  server.get('/broken', prepared, async () => Promise.reject(new Error('no')));
}

/** Makes one page and answers with another reader's copy of it. */
async function get(url: string, headers: Record<string, string> = {}) {
  return app.inject({ method: 'GET', url, headers });
}

const nextSecond = () => deps.current.clock.set(deps.current.clock.now().add({ seconds: 1 }));
const token = (body: string) => /value="([^"]+)"/.exec(body)?.[1];

describe('a prepared page', () => {
  it('is made once for all who ask in the same second, and anew in the next', async () => {
    nextSecond();
    made = 0;
    const answers = await Promise.all(Array.from({ length: 20 }, () => get('/plain')));
    expect(new Set(answers.map(({ body }) => body)).size).toBe(1);
    expect(made).toBe(1);
    const later = await get('/plain');
    expect(later.headers).toMatchObject({ 'x-safe': 'yes', 'content-language': 'it', 'cache-control': 'no-store' });
    expect(later.body).toBe(answers[0]?.body);
    nextSecond();
    await get('/plain');
    expect(made).toBe(2);
  });

  it('is sent packed to browsers that unpack', async () => {
    nextSecond();
    await get('/plain');
    const packed = await get('/plain', { 'accept-encoding': 'gzip, br' });
    expect(packed.headers['content-encoding']).toBe('gzip');
    const { gunzipSync } = await import('node:zlib');
    expect(gunzipSync(packed.rawPayload).toString()).toBe((await get('/plain')).body);
  });

  it('gives each reader a token and a cookie of their own, also the one it was made for', async () => {
    nextSecond();
    made = 0;
    const answers = await Promise.all([get('/form'), get('/form'), get('/form')]);
    expect(made).toBe(1);
    expect(new Set(answers.map(({ body }) => token(body))).size).toBe(3);
    for (const answer of answers) {
      expect(token(answer.body)).toMatch(/^[\w-]{20,}$/);
      expect(answer.cookies.map(({ name }) => name)).toEqual(['turno_csrf']);
    }
  });

  it('is made for themselves alone when they are logged in or hold a seat', async () => {
    nextSecond();
    made = 0;
    await get('/plain');
    await get('/plain', { cookie: 'turno_session=abc' });
    await get('/plain', { cookie: 'turno_lang=it; turno_hold=abc' });
    await get('/plain', { authorization: 'Bearer abc' });
    await get('/plain', { 'hold-secret': 'abc' });
    expect(made).toBe(5);
    await get('/plain', { cookie: 'elsewhere=1; turno_csrf=abc' });
    expect(made).toBe(5);
  });

  it('is another one in another language', async () => {
    nextSecond();
    made = 0;
    await get('/plain', { 'accept-language': 'it' });
    await get('/plain', { 'accept-language': 'en' });
    expect(made).toBe(2);
  });

  it('keeps nobody waiting when it cannot be made', async () => {
    nextSecond();
    const answers = await Promise.all([get('/broken'), get('/broken')]);
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([500, 500]);
  });
});
