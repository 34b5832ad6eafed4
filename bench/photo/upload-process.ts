import { readFile } from 'node:fs/promises';
import { request } from 'node:http';
import { constants, setPriority } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import type { UploadResult, UploadWish } from './uploads.ts';

const mostTries = 60;
const boundary = 'portrait-of-somebody';

process.once('message', (message) => {
  // Telephones have processors of their own: these give way to the server's.
  setPriority(constants.priority.PRIORITY_LOW);
  void run(message as UploadWish).then((result) => process.send?.(result, () => process.exit(0)));
});

async function run({ port, senders, files }: UploadWish): Promise<UploadResult> {
  const forms = await Promise.all(files.map(async (file) => formOf(await readFile(file))));
  const statuses: Record<string, number> = {};
  const verdicts: Record<string, number> = {};
  const waits: number[] = [];
  let gaveUp = 0;
  const start = performance.now();
  const note = (counts: Record<string, number>, key: string) => void (counts[key] = (counts[key] ?? 0) + 1);

  await Promise.all(
    senders.map(async ({ code, token }, at) => {
      const form = forms[at % forms.length] ?? Buffer.alloc(0);
      for (let attempt = 0; attempt < mostTries; attempt += 1) {
        const { status, after, verdict } = await send(port, { code, token, form });
        note(statuses, status);
        if (status !== '503' && status !== 'cut') {
          note(verdicts, verdict);
          return void waits.push((performance.now() - start) / 1000);
        }
        await pause(after * 1000 * (1 + Math.random() / 2));
      }
      gaveUp += 1;
    }),
  );

  waits.sort((a, b) => a - b);
  const at = (share: number) => waits[Math.min(waits.length - 1, Math.floor(waits.length * share))] ?? 0;
  return { statuses, verdicts, gaveUp, seconds: at(1), p50: at(0.5), p90: at(0.9) };
}

function formOf(photo: Buffer): Buffer {
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="photo"; filename="photo.jpg"\r\ncontent-type: image/jpeg\r\n\r\n`;
  return Buffer.concat([Buffer.from(head), photo, Buffer.from(`\r\n--${boundary}--\r\n`)]);
}

interface Answer {
  readonly status: string;
  /** seconds after which to come back */
  readonly after: number;
  readonly verdict: string;
}

function send(port: number, { code, token, form }: { code: string; token: string; form: Buffer }): Promise<Answer> {
  const { promise, resolve } = Promise.withResolvers<Answer>();
  const headers = {
    authorization: `Bearer ${token}`,
    'content-type': `multipart/form-data; boundary=${boundary}`,
    'content-length': form.length,
  };
  const path = `/api/v1/bookings/${code}/photo`;
  const sent = request({ port, host: '127.0.0.1', path, method: 'PUT', headers, agent: false }, (answer) => {
    let text = '';
    answer.setEncoding('utf8').on('data', (part: string) => {
      text += part;
    });
    answer.once('end', () => {
      const verdict = /"verdict":"([a-z-]+)"/.exec(text)?.[1] ?? '–';
      resolve({ status: String(answer.statusCode), after: Number(answer.headers['retry-after'] ?? 1), verdict });
    });
  });
  // The server may close the line of one it does not take in; who was cut off tries again too.
  sent.once('error', () => resolve({ status: 'cut', after: 1, verdict: 'cut' }));
  sent.end(form);
  return promise;
}
