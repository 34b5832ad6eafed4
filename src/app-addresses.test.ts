import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { useDeps } from '#test/deps.ts';
import { createApp } from './app.ts';

const deps = useDeps();
let app: FastifyInstance;

beforeAll(async () => {
  app = await createApp(deps.current);
  await app.listen({ port: 0, host: '127.0.0.1' });
});
afterAll(() => app.close());

/** Asks for an address exactly as written: clients put double slashes in order before they send them. */
async function open(path: string): Promise<{ status: number | undefined; location: string | undefined; body: string }> {
  const { port } = app.server.address() as AddressInfo;
  const asked = request({ port, host: '127.0.0.1', path, agent: false }).end();
  const [answer] = (await once(asked, 'response')) as [IncomingMessage];
  return { status: answer.statusCode, location: answer.headers.location, body: await text(answer) };
}

it('the language in an address is taken out of it', async () => {
  expect(await open('/offices?q=Roma+1&lang=en')).toMatchObject({ status: 303, location: '/offices?q=Roma+1' });
  expect(await open('/offices?lang=en')).toMatchObject({ status: 303, location: '/offices' });
});

it.each(['//elsewhere.example/?lang=en', '//site//elsewhere.example/?lang=en', 'http://x//elsewhere.example/?lang=en'])(
  'choosing a language leads to no other site: %s',
  async (path) => {
    expect(await open(path)).toMatchObject({ status: 303, location: '/' });
  },
);

it('a page whose address looks like another site has no link there', async () => {
  const { status, body } = await open('//elsewhere.example/x');
  expect(status).toBe(404);
  expect(body).not.toContain('elsewhere.example');
});
