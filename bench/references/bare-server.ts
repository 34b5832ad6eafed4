import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** A Fastify that does nothing but send these bytes, in a process of its own. */
export async function bareServer(body: Buffer, contentType: string) {
  const server = fork(fileURLToPath(new URL('bare-process.ts', import.meta.url)), [], {
    env: { ...process.env, NODE_ENV: 'production' },
  });
  const port = await new Promise<number>((resolve, reject) => {
    server.once('message', (message) => resolve(Number(message)));
    server.once('exit', (code) => reject(new Error(`the bare server ended with ${code}`)));
    server.send({ body: body.toString('base64'), contentType });
  });
  return {
    port,
    pid: server.pid ?? 0,
    bytes: body.length,
    close(): void {
      server.removeAllListeners('exit');
      server.kill();
    },
  };
}
