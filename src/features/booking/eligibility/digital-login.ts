import type { LoginLevel, LoginScheme } from '#features/identity/index.ts';
import type { Offering } from '#features/offices/index.ts';
import type { Rule } from './rule.ts';

/** The level of SPID or CIE that a service asks of the login itself; undefined where any account will do. */
export function digitalLevel({ loginLevel }: Pick<Offering, 'loginLevel'>): 2 | 3 | undefined {
  if (loginLevel === 'digital-2') return 2;
  return loginLevel === 'digital-3' ? 3 : undefined;
}

/**
 * The service asks for a login with SPID or CIE, not only for an account. It is asked of sessions: what the account did
 * before is asked elsewhere. A seat can be taken first: whoever holds it steps up and comes back to it.
 */
export const digitalLogin: Rule = {
  concerns: ({ offering }) => digitalLevel(offering) !== undefined,

  async refuse(_db, { viewer, offering, stepsUpLater }) {
    if (stepsUpLater || viewer.scheme === undefined || isEnough(viewer, offering)) return undefined;
    const level = digitalLevel(offering) ?? 2;
    return {
      name: 'digital-login',
      values: { level },
      ways: [{ name: 'step-up', href: '/login/step-up', query: { level: String(level) }, returns: true }],
    };
  },

  async announce(_db, { viewer, offering }) {
    if (viewer !== null && isEnough(viewer, offering)) return undefined;
    return { name: 'with-digital-login', values: { level: digitalLevel(offering) ?? 2 }, ways: [] };
  },

  announcedToAll: true,
};

/** Where whoever is logged in goes for the login that a service asks for; undefined where theirs will do. */
export function stepUpPath(
  viewer: { scheme: LoginScheme; level: LoginLevel },
  { offering, next }: { offering: Pick<Offering, 'loginLevel'>; next: string },
): string | undefined {
  const level = digitalLevel(offering);
  if (level === undefined || isEnough(viewer, offering)) return undefined;
  return `/login/step-up?${new URLSearchParams({ level: String(level), next })}`;
}

function isEnough(
  { scheme, level }: { scheme?: LoginScheme; level?: LoginLevel },
  offering: Pick<Offering, 'loginLevel'>,
): boolean {
  return scheme !== undefined && scheme !== 'local' && (level ?? 1) >= (digitalLevel(offering) ?? 1);
}
