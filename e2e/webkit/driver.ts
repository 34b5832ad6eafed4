import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';

const program = process.env.WEBKIT_DRIVER ?? '/usr/bin/WebKitWebDriver';
const browsers = ['webkitgtk-6.0', 'webkit2gtk-4.1', 'webkit2gtk-4.0'].flatMap((version) =>
  ['x86_64-linux-gnu', 'aarch64-linux-gnu'].map((machine) => `/usr/lib/${machine}/${version}/MiniBrowser`),
);

/** WebKit as Debian has it (webkit2gtk-driver), spoken to in the WebDriver protocol of the W3C. */
export interface Driver {
  call(method: 'GET' | 'POST' | 'DELETE', path: string, body?: object): Promise<unknown>;
  close(): Promise<void>;
}

/** A refusal of the browser, by its name in the protocol: `no such element`, `stale element reference` … */
export class DriverError extends Error {
  readonly code: string;
  constructor(code: string, message: string) {
    super(`${code}: ${message}`);
    this.code = code;
  }
}

/** A browser of one's own: no cookie, no login. `settings` are those of WebKit, as `--enable-javascript=false`. */
export async function openWebKit(settings: readonly string[] = []): Promise<Driver> {
  const port = await freePort();
  const own: ChildProcess[] = [];
  const display = process.env.DISPLAY ?? (await startScreen(own));
  own.push(spawn(program, [`--port=${port}`], { env: { ...process.env, DISPLAY: display }, stdio: 'ignore' }));
  const address = `http://127.0.0.1:${port}`;
  const options = { binary: browsers.find((path) => existsSync(path)), args: ['--automation', ...settings] };
  const wanted = { capabilities: { alwaysMatch: { 'webkitgtk:browserOptions': options } } };
  // The protocol's own shape.
  const session = (await untilListening(() => call(address, 'POST', '/session', wanted))) as { sessionId: string };
  const path = `/session/${session.sessionId}`;
  return {
    call: (method, rest, body) => call(address, method, `${path}${rest}`, body),
    close: async () => {
      await call(address, 'DELETE', path).catch(() => undefined);
      // The screen last: without it the driver does not end well.
      for (const child of own.toReversed()) {
        const ended = once(child, 'exit');
        if (child.kill()) await ended;
      }
    },
  };
}

async function call(address: string, method: string, path: string, body?: object): Promise<unknown> {
  const sent = method === 'POST' ? { body: JSON.stringify(body ?? {}) } : {};
  const response = await fetch(`${address}${path}`, { method, ...sent, signal: AbortSignal.timeout(60_000) });
  // The protocol's own shape.
  const { value } = (await response.json()) as { value: unknown };
  if (response.ok) return value;
  const { error, message } = value as { error: string; message: string };
  throw new DriverError(error, message);
}

async function untilListening(ask: () => Promise<unknown>): Promise<unknown> {
  const deadline = performance.now() + 60_000;
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      if (error instanceof DriverError || performance.now() > deadline) throw error;
      await pause(100);
    }
  }
}

/** MiniBrowser has no mode without a screen. The server chooses a number that is free, and tells it. */
async function startScreen(own: ChildProcess[]): Promise<string> {
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1400x1000x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  own.push(server);
  const told = server.stdio[3];
  if (!(told instanceof Readable)) throw new Error('Xvfb cannot say its number');
  const [number] = (await once(told, 'data')) as [Buffer];
  return `:${number.toString().trim()}`;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address !== null ? address.port : 0;
}
