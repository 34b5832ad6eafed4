import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import { parse } from 'node-html-parser';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import { addIdentityPages, proofCode, proofPath } from '#features/identity/index.ts';
import type { Deps } from '#platform/deps.ts';
import type { TestDeps } from './deps.ts';
import { sliceApp, type TestBrowser, testBrowser } from './slice-app.ts';

/** What an invented citizen types to register. */
export const giulia = {
  givenName: 'Giulia',
  familyName: 'Ferri',
  birthDate: '12/04/1988',
  password: 'una frase che ricordo',
};

export async function register(
  browser: TestBrowser,
  email: string,
  more: Record<string, string> = {},
): Promise<LightMyRequestResponse> {
  await browser.get('/register');
  return browser.post('/register', { ...giulia, email, ...more });
}

/** What the mailbox of an address is about to get. */
export function mailbox(deps: Deps, email: string) {
  async function notices(): Promise<{ kind: string; proofId: string }[]> {
    const { rows } = await deps.pool.query<{ payload: { kind: string; proofId: string } }>(
      `SELECT o.payload FROM outbox o JOIN account a ON a.id = (o.payload->>'accountId')::int
       WHERE a.email = $1 ORDER BY o.id`,
      [email],
    );
    return rows.map((row) => row.payload);
  }
  async function lastProof(kind: string): Promise<string> {
    return (await notices()).filter((notice) => notice.kind === kind).at(-1)?.proofId ?? 'none was sent';
  }
  return {
    kinds: async () => (await notices()).map((notice) => notice.kind),
    code: async () => proofCode(deps.secrets, await lastProof('verify-email')),
    link: async () => proofPath(deps.secrets, 'verify-email', await lastProof('verify-email')),
    resetLink: async () => proofPath(deps.secrets, 'reset-password', await lastProof('reset-password')),
  };
}

/** The lines of the error summary. */
export function errorsOf(response: LightMyRequestResponse): string[] {
  return parse(response.body)
    .querySelectorAll('.t-error-summary li')
    .map((line) => line.text.trim());
}

/** The pages of accounts, a new browser for each test, and who logged in during it. */
export function useAccountPages(deps: { readonly current: TestDeps }): {
  readonly app: FastifyInstance;
  readonly browser: TestBrowser;
  readonly loggedIn: number[];
} {
  let open: { app: FastifyInstance; browser: TestBrowser } | undefined;
  const loggedIn: number[] = [];
  beforeAll(async () => {
    const app = await sliceApp(deps.current, (server) =>
      addIdentityPages(server, deps.current, {
        afterLogin: async (_tx, { accountId }) => void loggedIn.push(accountId),
      }),
    );
    open = { app, browser: await testBrowser(app, deps.current) };
  });
  beforeEach(async () => {
    if (open) open.browser = await testBrowser(open.app, deps.current);
    loggedIn.length = 0;
  });
  afterAll(() => open?.app.close());
  function ready() {
    if (!open) throw new Error('the pages are open only inside tests');
    return open;
  }
  return {
    get app() {
      return ready().app;
    },
    get browser() {
      return ready().browser;
    },
    loggedIn,
  };
}
