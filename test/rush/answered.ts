import { setTimeout as pause } from 'node:timers/promises';

export interface Told {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}

export interface Client {
  readonly address: string;
  readonly token: string;
  /** Share of the requests whose connection is cut on the way, from 0 to 1. */
  readonly cuts: number;
}

/** A database that was killed and killed again while it recovers may take its time, on a slow disk. */
const patience = 120_000;

/** Asks until there is an answer, as a careful client does: the same key for the same wish, whatever breaks on the way. */
export async function untilAnswered(
  client: Client,
  path: string,
  write?: { readonly key: string; readonly body: object },
): Promise<Told> {
  for (const deadline = performance.now() + patience; performance.now() < deadline; ) {
    try {
      const response = await fetch(`${client.address}/api/v1${path}`, {
        method: write ? 'POST' : 'GET',
        headers: {
          authorization: `Bearer ${client.token}`,
          ...(write && { 'content-type': 'application/json', 'idempotency-key': write.key }),
        },
        ...(write && { body: JSON.stringify(write.body) }),
        signal: AbortSignal.timeout(Math.random() < client.cuts ? 1 + Math.random() * 40 : 5_000),
      });
      // The API answers with objects.
      if (response.status < 500 && response.status !== 429)
        return { status: response.status, body: (await response.json()) as Record<string, unknown> };
      await response.arrayBuffer();
    } catch {
      // The process that should have answered was killed, or the connection was cut.
    }
    await pause(50 + Math.random() * 150);
  }
  throw new Error(`no answer from ${path}`);
}

/** The same wish sent twice at once, as by a double click; both answers must be the same. */
export async function twice(client: Client, path: string, write: { key: string; body: object }): Promise<Told> {
  const [one, other] = await Promise.all([untilAnswered(client, path, write), untilAnswered(client, path, write)]);
  if (one.status !== other.status || one.body['id'] !== other.body['id'] || one.body['code'] !== other.body['code'])
    throw new Error(`two clicks on ${path} were told different things: ${JSON.stringify([one, other])}`);
  return one;
}

/** The last word of a problem's type. */
export function reasonOf({ body }: Told): string {
  return typeof body['type'] === 'string' ? body['type'].replace(/^.*\//, '') : '';
}
