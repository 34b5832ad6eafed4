import type { FastifyInstance } from 'fastify';
import { afterAll, expect, it } from 'vitest';
import { useDeps } from '#test/deps.ts';
import { createApp } from './app.ts';

const deps = useDeps();
const started: FastifyInstance[] = [];
afterAll(() => Promise.all(started.map((app) => app.close())));

async function start(): Promise<FastifyInstance> {
  const app = await createApp(deps.current);
  started.push(app);
  return app;
}

it('a form that was open while Turno was restarted, or upgraded by fields it does not know, is taken as it is', async () => {
  const before = await (await start()).inject('/register');
  const cookie = before.cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  const token = /name="_csrf" value="([^"]+)"/.exec(before.body)?.[1] ?? '';

  const after = await start();
  const answer = await after.inject({
    method: 'POST',
    url: '/register',
    headers: { cookie, 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams({ _csrf: token, familyName: 'Mezzo Scritto', askedBefore: 'sì' }).toString(),
  });
  // What is missing is told beside its field, and what was typed is there.
  expect(answer.statusCode).toBe(422);
  expect(answer.body).toContain('id="email-error"');
  expect(answer.body).toContain('value="Mezzo Scritto"');
  expect(answer.body).not.toContain('aperta da troppo tempo');
});
