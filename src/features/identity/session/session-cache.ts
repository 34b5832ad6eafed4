import type { Deps } from '#platform/deps.ts';
import { microBatch } from '#platform/micro-batch.ts';
import { hashToken, looksLikeToken } from './session.ts';
import { findSessions, type LiveSession } from '../viewer.query.ts';
import { type Idle, isIdle } from '../own-sessions/idle.ts';
import type { Viewer } from '../viewer.ts';

/** Who is behind a token, cheaply: questions of the same moment go to the database together, answers last for seconds. */
export interface SessionCache {
  find(token: string, asked?: { atDesk: boolean }): Promise<Viewer | null>;
  /** The same, with how long a session lasts without a click; `ended` is whom the automatic logout came upon. */
  look(token: string, asked?: { atDesk: boolean }): Promise<SeenSession>;
  /** After a logout. */
  forget(token: string): void;
  /** After anything that changes who an account is or ends its sessions. */
  forgetAccount(accountId: number): void;
}

export interface SeenSession {
  readonly viewer: Viewer | null;
  readonly idle: Idle | null;
  readonly ended: Viewer | null;
}

const nobody: SeenSession = { viewer: null, idle: null, ended: null };

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
    find: async (token, asked) => (await look(token, asked)).viewer,
    look,
    forget: (token) => void known.delete(token),
    forgetAccount(accountId) {
      for (const [token, entry] of known) if (entry.viewer.accountId === accountId) known.delete(token);
    },
  };

  async function look(token: string, { atDesk } = { atDesk: false }): Promise<SeenSession> {
    if (!looksLikeToken(token)) return nobody;
    const entry = known.get(token);
    const isFresh = entry !== undefined && entry.until > performance.now();
    if (entry !== undefined && !isFresh) known.delete(token);
    const session = isFresh ? entry : await load(token, atDesk);
    const now = deps.clock.now();
    if (session === null || Temporal.Instant.compare(session.expiresAt, now) <= 0) return nobody;
    const { viewer, idle } = session;
    return isIdle(idle, now) ? { viewer: null, idle, ended: viewer } : { viewer, idle, ended: null };
  }
}

function lookUps({ pool, config, clock }: Deps) {
  return microBatch<Buffer, LiveSession | null>({
    run: (hashes) => findSessions(pool, { hashes, demo: config.demo, now: clock.now() }),
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
