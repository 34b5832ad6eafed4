import type { Db } from '#platform/database.ts';
import type { Secrets } from '#platform/secrets.ts';
import type { SamlProfile } from '../saml/profile.ts';
import { allElements, attribute, isElement, parseXml, textOf } from '../saml/xml.ts';
import '../tables.ts';

/** A login as an authority may ask for it: what was asked and answered, to the letter, and what the rules name of it. */
export interface LoggedLogin {
  readonly federation: SamlProfile['name'];
  readonly provider: string;
  readonly requestId: string;
  readonly requestedAt: string;
  readonly answeredAt: string | null;
  readonly outcome: string | null;
  readonly responseId: string | null;
  readonly responseIssuedAt: string | null;
  readonly assertionId: string | null;
  readonly nameId: string | null;
  readonly nameQualifier: string | null;
  readonly request: string;
  readonly response: string | null;
}

const together = 500;

/** Logins by when they began, from the one instant up to the other; `person` is a codice fiscale. */
export async function* loggedLogins(
  db: Db,
  secrets: Secrets,
  wish: { from: Temporal.Instant; until: Temporal.Instant; person?: string | undefined },
): AsyncGenerator<LoggedLogin> {
  let last = { at: wish.from, id: '' };
  for (;;) {
    const rows = await db
      .selectFrom('saml_login')
      .selectAll()
      .where('requested_at', '<', wish.until)
      .where((eb) =>
        eb.or([
          eb('requested_at', '>', last.at),
          eb.and([eb('requested_at', '=', last.at), eb('request_id', '>', last.id)]),
        ]),
      )
      .orderBy('requested_at')
      .orderBy('request_id')
      .limit(together)
      .execute();
    for (const row of rows) {
      const response = row.response_cipher === null ? null : secrets.decrypt(row.response_cipher);
      if (wish.person !== undefined && response?.includes(wish.person) !== true) continue;
      yield {
        federation: row.profile,
        provider: row.provider,
        requestId: row.request_id,
        requestedAt: row.requested_at.toString(),
        answeredAt: row.answered_at?.toString() ?? null,
        outcome: row.outcome,
        ...namedIn(response),
        request: secrets.decrypt(row.request_cipher),
        response,
      };
    }
    const end = rows.at(-1);
    if (end === undefined || rows.length < together) return;
    last = { at: end.requested_at, id: end.request_id };
  }
}

type Named = Pick<LoggedLogin, 'responseId' | 'responseIssuedAt' | 'assertionId' | 'nameId' | 'nameQualifier'>;

function namedIn(response: string | null): Named {
  const parsed = response === null ? undefined : parseXml(response);
  const root = parsed?.ok === true ? parsed.root : undefined;
  const find = (name: string) => root && allElements(root).find((one) => isElement(one, 'assertion', name));
  const nameId = find('NameID');
  return {
    responseId: attribute(root, 'ID') ?? null,
    responseIssuedAt: attribute(root, 'IssueInstant') ?? null,
    assertionId: attribute(find('Assertion'), 'ID') ?? null,
    nameId: textOf(nameId) ?? null,
    nameQualifier: attribute(nameId, 'NameQualifier') ?? null,
  };
}
