import type { LightMyRequestResponse } from 'fastify';
import { parse } from 'node-html-parser';
import { proofCode, proofPath } from '#features/identity/index.ts';
import type { Deps } from '#platform/deps.ts';
import type { TestBrowser } from './slice-app.ts';

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
