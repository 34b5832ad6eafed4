import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';
import type { Patience } from './patience.ts';

/** What a connection had left to take when it was last looked at. */
interface Reader {
  taken: number;
  slowSince: number | undefined;
}

/** From this share of the most connections on, those that wait for a next request are closed. */
const crowded = 0.9;

/**
 * Nobody who is slow holds anything up: whoever does not take an answer is let go, a body that will be refused is not asked
 * for, and when there is hardly room for another connection those that do nothing make way. Slow headers and bodies are
 * the server's own timeouts.
 */
export function guardConnections(
  app: FastifyInstance,
  options: { most: number; patience: Patience; bodyLimit: number },
): void {
  const { most, patience, bodyLimit } = options;
  const { server } = app;
  const open = new Map<Socket, Reader>();
  server.maxConnections = most;
  server.on('connection', (socket: Socket) => {
    open.set(socket, { taken: 0, slowSince: undefined });
    socket.once('close', () => open.delete(socket));
    if (open.size >= most * crowded) server.closeIdleConnections();
  });
  const timer = setInterval(() => letSlowReadersGo(open, patience), patience.look).unref();
  app.addHook('onClose', async () => clearInterval(timer));
  server.on('checkContinue', (request: IncomingMessage, response: ServerResponse) => {
    if (isWorthReading(request, bodyLimit)) response.writeContinue();
    handOn(server, request, response);
  });
}

/** Kept in memory for somebody: what was written to the socket and not taken. */
function letSlowReadersGo(open: ReadonlyMap<Socket, Reader>, { answer, slowest, look }: Patience): void {
  const now = performance.now();
  for (const [socket, reader] of open) {
    const taken = socket.bytesWritten - socket.writableLength;
    const isSlow = socket.writableLength > 0 && taken - reader.taken < (slowest * look) / 1000;
    reader.taken = taken;
    reader.slowSince = isSlow ? (reader.slowSince ?? now) : undefined;
    if (reader.slowSince !== undefined && now - reader.slowSince >= answer) socket.destroy();
  }
}

/** A form with files says how much it takes only part by part. */
function isWorthReading({ headers }: IncomingMessage, bodyLimit: number): boolean {
  return headers['content-type']?.startsWith('multipart/') === true || !(Number(headers['content-length']) > bodyLimit);
}

function handOn(server: Server, request: IncomingMessage, response: ServerResponse): void {
  server.emit('request', request, response);
}
