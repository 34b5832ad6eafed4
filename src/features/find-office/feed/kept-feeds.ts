import { createHash } from 'node:crypto';
import type { Feed } from './feed.query.ts';

/** A feed ready to be sent, in all its spellings. */
export interface KeptFeed {
  readonly feed: Feed;
  readonly json: Buffer;
  /** of what it says, whatever the time */
  readonly mark: string;
  /** since when this process has known it so; to the second, as HTTP dates are */
  readonly since: Temporal.Instant;
  /** the XML by language, made when it is first asked for */
  readonly xml: Map<string, Buffer>;
}

const most = 5_000;

/**
 * Feeds as of this second, made once in it however many ask: programs that look every second cost a look-up. One that
 * says the same as before keeps its mark and its date.
 */
export function keepFeeds(
  make: (key: string, now: Temporal.Instant) => Promise<Feed | undefined>,
): (key: string, now: Temporal.Instant) => Promise<KeptFeed | undefined> {
  const kept = new Map<string, { second: number; value: Promise<KeptFeed | undefined> }>();
  return (key, now) => {
    const second = Math.floor(now.epochMilliseconds / 1000);
    const known = kept.get(key);
    if (known?.second === second) return known.value;
    if (known === undefined && kept.size >= most) kept.clear();
    const value = renew(key, now, known?.value);
    kept.set(key, { second, value });
    value.catch(() => kept.delete(key));
    return value;
  };

  async function renew(
    key: string,
    now: Temporal.Instant,
    earlier: Promise<KeptFeed | undefined> | undefined,
  ): Promise<KeptFeed | undefined> {
    const feed = await make(key, now);
    if (feed === undefined) return undefined;
    const json = Buffer.from(JSON.stringify(feed));
    const mark = createHash('sha256').update(json).digest('base64url').slice(0, 22);
    const before = await earlier?.catch(() => undefined);
    if (before?.mark === mark) return before;
    const since = Temporal.Instant.fromEpochMilliseconds(Math.floor(now.epochMilliseconds / 1000) * 1000);
    return { feed, json, mark, since, xml: new Map() };
  }
}
