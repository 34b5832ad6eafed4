import { get, type IncomingMessage } from 'node:http';
import { once } from 'node:events';
import { json } from 'node:stream/consumers';
import { z } from 'zod';

const people = z.object({ items: z.array(z.object({ role: z.string(), email: z.string(), password: z.string() })) });

/** One person of each kind is enough for a first look; the first role found is shown. */
const kinds: [string, string[]][] = [
  ['citizen', ['citizen']],
  ['operator', ['operator', 'officer', 'helper']],
  ['administrator', ['network-admin', 'office-admin', 'planner-manager']],
];

export interface Greeting {
  readonly address: string;
  /** where the web listens on this machine, whatever stands before it */
  readonly host: string;
  readonly port: number;
  readonly demo: boolean;
  readonly dataFolder: string;
  readonly elsewhere: string | undefined;
  readonly logFile: string;
}

/** What the terminal shows once everything runs. */
export async function greeting(about: Greeting): Promise<string> {
  const { address, demo, dataFolder, elsewhere, logFile } = about;
  const lines = ['', `Turno is running:  ${address}`, ''];
  if (demo) {
    const rows = await demoPeople(about);
    const width = Math.max(0, ...rows.map(([, email]) => email.length));
    if (rows.length > 0) lines.push('Log in as:');
    for (const [kind, email, password] of rows)
      lines.push(`  ${kind.padEnd(14)} ${email.padEnd(width)}   password: ${password}`);
    lines.push('', `All people of the demo:  ${address}/demo/people`);
    lines.push(`Read the e-mails:        ${address}/demo/mail   (none leaves this machine)`, '');
  }
  lines.push(`Data: ${elsewhere === undefined ? dataFolder : `${dataFolder}, database in ${elsewhere}`}`);
  lines.push(`Log:  ${logFile}`, 'Stop with Ctrl-C.', '');
  return lines.join('\n');
}

async function demoPeople(
  web: Pick<Greeting, 'host' | 'port'>,
): Promise<[kind: string, email: string, password: string][]> {
  const parsed = people.safeParse(await readJson('/demo/people', web).catch(() => undefined));
  if (!parsed.success) return [];
  return kinds.flatMap(([kind, roles]) => {
    const person = roles
      .map((role) => parsed.data.items.find((item) => item.role === role))
      .find((found) => found !== undefined);
    return person === undefined ? [] : [[kind, person.email, person.password] as [string, string, string]];
  });
}

/** With the plainest of means: `fetch` would stay in the launcher's memory with 7 MB, for this one question. */
async function readJson(path: string, { host, port }: Pick<Greeting, 'host' | 'port'>): Promise<unknown> {
  const hostname = { '0.0.0.0': '127.0.0.1', '::': '::1' }[host] ?? host;
  const headers = { accept: 'application/json' };
  const asked = get({ hostname, port, path, headers, signal: AbortSignal.timeout(10_000) });
  const [response] = (await once(asked, 'response')) as [IncomingMessage];
  return json(response);
}
