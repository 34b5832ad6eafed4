import { connect, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { useDeps } from '#test/deps.ts';
import { createServer } from '../server.ts';
import { usualPatience } from './patience.ts';

const patience = {
  ...usualPatience,
  headers: 1_000,
  body: 1_000,
  upload: 2_000,
  answer: 1_000,
  refused: 1_500,
  refusedPause: 700,
  look: 100,
};

const deps = useDeps({ TURNO_CONNECTIONS: '1000' });
let app: FastifyInstance;
let port = 0;
const sockets: Socket[] = [];
beforeAll(async () => {
  const problemPage: Parameters<typeof createServer>[1]['problemPage'] = (_request, reply, { status }) =>
    reply.type('text/html').send(`<h1>${status}</h1>`);
  app = await createServer(deps.current, { problemPage, patience });
  app.get('/quick', async () => 'here');
  app.get('/large', async (_request, reply) => reply.type('text/plain').send('x'.repeat(50_000_000)));
  app.get('/stream', async (_request, reply) =>
    reply.type('text/plain').send(Readable.from(Array.from({ length: 2_000 }, () => 'x'.repeat(50_000)))),
  );
  app.post('/form', async () => 'taken');
  await app.listen({ port: 0, host: '127.0.0.1' });
  port = (app.server.address() as AddressInfo).port;
});
afterEach(() => {
  for (const socket of sockets.splice(0)) socket.destroy();
});
afterAll(() => app.close());

interface Line {
  readonly socket: Socket;
  /** what has come so far */
  heard(): string;
  isOpen(): boolean;
}

function call(text: string, { reads = true } = {}): Promise<Line> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.write(text);
      resolve(line);
    });
    sockets.push(socket);
    let heard = '';
    let open = true;
    if (reads) socket.on('data', (part) => (heard += part.toString('latin1').slice(0, 10_000)));
    else socket.pause();
    socket.on('error', (error) => (open ? reject(error) : undefined));
    for (const end of ['end', 'close', 'error']) socket.on(end, () => (open = false));
    const line = { socket, heard: () => heard, isOpen: () => open };
  });
}

const many = (count: number, text: string, options = {}) =>
  Promise.all(Array.from({ length: count }, () => call(text, options)));
const open = (lines: readonly Line[]) => lines.filter((line) => line.isOpen()).length;

async function answersQuickly(): Promise<void> {
  const began = performance.now();
  const answer = await fetch(`http://127.0.0.1:${port}/quick`);
  expect(await answer.text()).toBe('here');
  expect(performance.now() - began).toBeLessThan(2_000);
}

const form = (more: string) => `POST /form HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n${more}\r\n`;

describe('slow clients', { timeout: 30_000 }, () => {
  it('hold nobody up: the site answers while five hundred of them hang, and lets them go', async () => {
    const lines = [
      ...(await many(200, 'GET /quick HTTP/1.1\r\nHost: x\r\nX-Slow: ')),
      ...(await many(150, '')),
      ...(await many(150, `${form('Content-Length: 1000\r\n')}{"a":`)),
    ];
    expect(open(lines)).toBe(500);
    // Drop by drop, as who wants to keep a server busy does.
    const drops = setInterval(() => {
      for (const { socket } of lines.slice(0, 200)) if (!socket.destroyed) socket.write('a');
    }, 100);
    await answersQuickly();
    await expect.poll(() => open(lines), { timeout: 10_000, interval: 100 }).toBe(0);
    clearInterval(drops);
    await answersQuickly();
  });

  it.each(['/large', '/stream'])('that do not take the answer of %s are let go', async (path) => {
    await many(5, `GET ${path} HTTP/1.1\r\nHost: x\r\n\r\n`, { reads: false });
    await expect.poll(() => connections(), { timeout: 5_000, interval: 10 }).toBeGreaterThanOrEqual(5);
    await answersQuickly();
    // The one that was answered quickly may be used again.
    await expect.poll(() => connections(), { timeout: 10_000, interval: 100 }).toBeLessThan(2);
  });

  it('that take it steadily are not', async () => {
    const [line] = await many(1, 'GET /stream HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n');
    await expect.poll(() => line?.isOpen(), { timeout: 10_000 }).toBe(false);
    expect(line?.socket.bytesRead).toBeGreaterThan(100_000_000);
  });
});

describe('bodies that are too large', { timeout: 30_000 }, () => {
  it('are refused by what they announce, before they have come', async () => {
    const [line] = await many(1, form('Content-Length: 5000000\r\n'));
    await expect.poll(() => line?.heard(), { timeout: 5_000 }).toMatch(/^HTTP\/1.1 413 /);
    // Nothing more comes, so nobody waits for the rest.
    await expect.poll(() => line?.isOpen(), { timeout: 5_000 }).toBe(false);
  });

  it('are cut off where far too much is announced', async () => {
    const [line] = await many(1, form('Content-Length: 5000000000\r\n'));
    await expect.poll(() => line?.isOpen(), { timeout: 5_000 }).toBe(false);
    expect(line?.heard()).toMatch(/^HTTP\/1.1 413 /);
  });

  it('are refused without being asked for, where the sender asks first', async () => {
    const [large, small] = await Promise.all([
      call(form('Content-Length: 5000000\r\nExpect: 100-continue\r\n')),
      call(form('Content-Length: 2\r\nExpect: 100-continue\r\n')),
    ]);
    await expect.poll(() => large.heard(), { timeout: 5_000 }).toMatch(/^HTTP\/1.1 413 /);
    await expect.poll(() => small.heard(), { timeout: 5_000 }).toMatch(/^HTTP\/1.1 100 /);
    small.socket.write('{}');
    await expect.poll(() => small.heard(), { timeout: 5_000 }).toMatch(/HTTP\/1.1 200 /);
  });

  it('are refused once too much has come, and who sends on reads why', async () => {
    const line = await call(form('Transfer-Encoding: chunked\r\n'));
    const chunk = `10000\r\n${'x'.repeat(65_536)}\r\n`;
    for (let sent = 0; sent < 40; sent += 1) line.socket.write(chunk);
    await expect.poll(() => line.heard(), { timeout: 5_000 }).toMatch(/^HTTP\/1.1 413 /);
    line.socket.write('0\r\n\r\nGET /quick HTTP/1.1\r\nHost: x\r\n\r\n');
    await expect.poll(() => line.heard(), { timeout: 5_000 }).toContain('here');
  });

  it('are not read for ever, drop by drop', async () => {
    const line = await call(form('Content-Length: 50000000\r\n'));
    const drops = setInterval(() => line.socket.destroyed || line.socket.write('x'.repeat(100)), 50);
    await expect.poll(() => line.isOpen(), { timeout: 6_000 }).toBe(false);
    clearInterval(drops);
  });
});

function connections(): Promise<number> {
  return new Promise((resolve) => app.server.getConnections((_error, count) => resolve(count)));
}
