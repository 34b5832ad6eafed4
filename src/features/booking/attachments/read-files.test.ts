import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addFileForms, readFiles } from './read-files.ts';

let app: FastifyInstance;
let port: number;
let begun = 0;
let looked = 0;
const done = Promise.withResolvers<void>();

beforeAll(async () => {
  app = fastify();
  await addFileForms(app);
  app.addHook('preHandler', async () => void (begun += 1));
  app.post('/photo', async (request) => {
    let bytes = 0;
    await readFiles(request, {
      accountId: 1,
      withoutForm: true,
      mostOf: () => 1000,
      take: async (file) => void (bytes += file.bytes.length),
    });
    return { bytes };
  });
  app.post('/slow', async (request) => {
    const take = async (_file: unknown, leave: () => void): Promise<void> => {
      leave();
      looked += 1;
      await done.promise;
    };
    await readFiles(request, { accountId: 2, withoutForm: true, mostOf: () => 1000, take });
    return {};
  });
  port = Number(new URL(await app.listen({ host: '127.0.0.1', port: 0 })).port);
});
afterAll(() => app.close());

const head =
  '--b\r\nContent-Disposition: form-data; name="photo"; filename="a.jpg"\r\nContent-Type: image/jpeg\r\n\r\n';
const tail = '\r\n--b--\r\n';

it('lets the next in when those who waited have hung up', async () => {
  const slow = await Promise.all([1, 2].map(() => beginToSend()));
  const gone = await Promise.all([1, 2].map(() => beginToSend()));
  await expect.poll(() => begun).toBe(4);
  for (const socket of gone) socket.destroy();
  await pause(100);
  for (const socket of slow) {
    socket.write(`${'x'.repeat(500)}${tail}`);
    expect(await answerOf(socket)).toContain('{"bytes":500}');
  }
  const next = await beginToSend();
  next.write(`${'x'.repeat(500)}${tail}`);
  expect(await answerOf(next)).toContain('{"bytes":500}');
});

it('lets the next in once a file waits elsewhere for what is done with it', async () => {
  const sent = head + 'x'.repeat(500) + tail;
  const post = async () =>
    app.inject({
      method: 'POST',
      url: '/slow',
      headers: { 'content-type': 'multipart/form-data; boundary=b' },
      payload: sent,
    });
  // An account is read twice at a time.
  const all = [post(), post(), post(), post()];
  await expect.poll(() => looked).toBe(4);
  done.resolve();
  for (const { statusCode } of await Promise.all(all)) expect(statusCode).toBe(200);
});

async function beginToSend(): Promise<Socket> {
  const socket = connect(port, '127.0.0.1');
  await once(socket, 'connect');
  const length = head.length + 500 + tail.length;
  socket.write(
    `POST /photo HTTP/1.1\r\nHost: turno\r\nConnection: close\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: ${length}\r\n\r\n${head}`,
  );
  return socket;
}

async function answerOf(socket: Socket): Promise<string> {
  let heard = '';
  socket.on('data', (bytes: Buffer) => (heard += bytes.toString()));
  await once(socket, 'close', { signal: AbortSignal.timeout(5_000) });
  return heard;
}
