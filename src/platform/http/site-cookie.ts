import type { Deps } from '../deps.ts';

/** How the site's cookies are kept: for all its pages, away from scripts and other sites, over HTTPS where there is one. */
export function siteCookie({ config }: Pick<Deps, 'config'>) {
  return { path: '/', httpOnly: true, sameSite: 'lax', secure: config.publicUrl.startsWith('https:') } as const;
}
