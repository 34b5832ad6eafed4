import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import { parse } from 'node-html-parser';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import {
  addArrivals,
  addIdentityApi,
  addIdentityPages,
  type AfterLogin,
  type Door,
  hashPassword,
  type JoinAccounts,
  proveAndLogIn,
  type ProvedLogin,
} from '#features/identity/index.ts';
import { type TestDeps, testNow } from './deps.ts';
import { sliceApp, type TestBrowser } from './slice-app.ts';

export const doorPassword = 'una frase che ricordo';
const door: Door = { scheme: 'spid', name: 'Gestore di prova', href: (intent) => `/auth/spid/login?intent=${intent}` };

/** What a federation has proved of an invented person. */
export function provedAs(code: string, more: Partial<ProvedLogin['person']> = {}): ProvedLogin {
  const birthDate = Temporal.PlainDate.from('1988-04-12');
  const person = { givenName: 'Giulia', familyName: 'Ferri', birthDate, email: null, phone: null };
  return {
    scheme: 'spid',
    provider: 'https://idp.example',
    subject: code,
    level: 2,
    person: { codiceFiscale: code, ...person, ...more },
  };
}

interface Me {
  readonly scheme: string;
  readonly level: number;
  readonly email: string;
  readonly givenName: string;
}

/** The intent in the first link of a page that leads to the provider. */
export function intentIn(body: string): string {
  const begin = '/auth/spid/login?intent=';
  const links = parse(body)
    .querySelectorAll('a')
    .map((link) => link.getAttribute('href') ?? '');
  return links.find((href) => href.startsWith(begin))?.slice(begin.length) ?? 'none';
}

/** The pages of accounts with one provider, whose answers a test gives; other features are stood in for. */
export function useDoors(deps: { readonly current: TestDeps }) {
  let made: FastifyInstance | undefined;
  let next = provedAs('none');
  const joins: { keptId: number; closedId: number }[] = [];
  const handedOver: { accountId: number; hold: string | undefined }[] = [];
  beforeAll(async () => {
    made = await sliceApp(deps.current, (server, own) => {
      const afterLogin: AfterLogin = async (_tx, { accountId, request }) => {
        handedOver.push({ accountId, hold: request.cookies['turno_hold'] });
      };
      const joinAccounts: JoinAccounts = async (_tx, { keptId, closedId }) => {
        joins.push({ keptId, closedId });
        return { ok: true };
      };
      addArrivals(server, own, { afterLogin });
      addIdentityPages(server, own, { afterLogin, doors: () => [door], joinAccounts });
      addIdentityApi(server, own, { afterLogin });
      const end = proveAndLogIn(own, { afterLogin, joinAccounts });
      server.post<{ Querystring: { intent?: string } }>('/acs', (request, reply) =>
        end(request, reply, next, { intent: request.query.intent }),
      );
    });
  });
  beforeEach(() => {
    deps.current.clock.set(testNow);
    joins.length = 0;
    handedOver.length = 0;
  });
  afterAll(() => made?.close());

  const app = (): FastifyInstance => {
    if (made === undefined) throw new Error('no server yet');
    return made;
  };
  return {
    joins,
    handedOver,
    app,
    /** As browsers do it: the answer brings none of the site's Lax cookies, the next request brings all. */
    async comeBack(browser: TestBrowser, login: ProvedLogin, intent = ''): Promise<LightMyRequestResponse> {
      next = login;
      const answer = await app().inject({ method: 'POST', url: `/acs?intent=${encodeURIComponent(intent)}` });
      for (const { name, value } of answer.cookies) browser.take(name, value);
      return answer;
    },
    me: async (browser: TestBrowser): Promise<Me> => (await browser.get('/api/v1/me')).json<Me>(),
    async account(email: string, more: Record<string, unknown> = {}): Promise<number> {
      const now = deps.current.clock.now();
      const row = {
        email,
        password_hash: await hashPassword(doorPassword),
        given_name: 'Giulia',
        family_name: 'Ferri',
        email_verified_at: now,
        created_at: now,
      };
      const values = { ...row, ...more };
      const query = deps.current.db.insertInto('account').values(values).returning('id');
      return (await query.executeTakeFirstOrThrow()).id;
    },
    /** Whose account a codice fiscale opens by a door. */
    async ownerOf(code: string): Promise<number> {
      const { rows } = await deps.current.pool.query<{ account_id: number }>(
        'SELECT account_id FROM account_identity WHERE subject_key = $1',
        [deps.current.secrets.hash('codice-fiscale', code)],
      );
      return rows[0]?.account_id ?? 0;
    },
  };
}
