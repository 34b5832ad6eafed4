import type { Deps } from '#platform/deps.ts';
import { microBatch } from '#platform/micro-batch.ts';
import { hashToken, looksLikeToken } from './session.ts';
import { findSessions, type LiveSession } from '../viewer.query.ts';
import type { Viewer } from '../viewer.ts';

/** Who is behind a token, cheaply: questions of the same moment go to the database together, answers last for seconds. */
export interface SessionCache {
  find(token: string, asked?: { atDesk: boolean }): Promise<Viewer | null>;
  /** After a logout. */
  forget(token: string): void;
  /** After anything that changes who an account is or ends its sessions. */
  forgetAccount(accountId: number): void;
}

const freshFor = 5_000;
const most = 100_000;

/**
 * Only plain, verified citizens are remembered: a role taken away, an address proved and a password changed act on the
 * next request in every process. A logout is felt at once in this process and after five seconds in others. Who works is
 * looked up by the office's own connections.
 */
export function createSessionCache(deps: Deps, office: Deps = deps): SessionCache {
  const known = new Map<string, LiveSession & { until: number }>();
  const lookUp = lookUps(deps);
  const lookUpAtDesk = lookUps(office);

  async function load(token: string, atDesk: boolean): Promise<LiveSession | null> {
    const session = await (atDesk ? lookUpAtDesk : lookUp).submit(hashToken(deps.secrets, token));
    if (session !== null && isPlain(session.viewer)) remember(token, session);
    return session;
  }

  function remember(token: string, session: LiveSession): void {
    sweep();
    known.set(token, { ...session, until: performance.now() + freshFor });
  }

  // Entries stand in the order they came, so the stale ones are first; two out for one in keeps the map small.
  function sweep(): void {
    let looked = 0;
    for (const [token, entry] of known) {
      if (entry.until > performance.now() && known.size < most) return;
      known.delete(token);
      looked += 1;
      if (looked === 2) return;
    }
  }

  return {
    async find(token, { atDesk } = { atDesk: false }) {
      if (!looksLikeToken(token)) return null;
      const entry = known.get(token);
      const isFresh = entry !== undefined && entry.until > performance.now();
      if (entry !== undefined && !isFresh) known.delete(token);
      const session = isFresh ? entry : await load(token, atDesk);
      if (session === null || Temporal.Instant.compare(session.expiresAt, deps.clock.now()) <= 0) return null;
      return session.viewer;
    },
    forget: (token) => void known.delete(token),
    forgetAccount(accountId) {
      for (const [token, entry] of known) if (entry.viewer.accountId === accountId) known.delete(token);
    },
  };
}

function lookUps({ pool, config }: Deps) {
  return microBatch<Buffer, LiveSession | null>({
    run: (hashes) => findSessions(pool, { hashes, demo: config.demo }),
    lanes: 2,
    most: 1_000,
    queue: 50_000,
  });
}

function isPlain(viewer: Viewer): boolean {
  return (
    viewer.emailVerified && !viewer.mustChangePassword && viewer.roles.length === 0 && viewer.restrictedUntil === null
  );
}
