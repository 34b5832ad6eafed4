import { adoptHolds, browserOf } from '#features/booking/index.ts';
import type { AfterLogin } from '#features/identity/index.ts';
import { noteBrowser } from '#features/signals/index.ts';
import type { Deps } from '#platform/deps.ts';

/** The seat that a browser held before login is the account's from then on; accounts that share a browser are counted. */
export function afterLogin(deps: Deps): AfterLogin {
  return async (tx, { request, accountId }) => {
    const browser = browserOf(request);
    if (browser !== undefined) await adoptHolds(tx, deps.secrets, { browser, accountId, now: deps.clock.now() });
    await noteBrowser(tx, deps, { request, accountId });
  };
}
