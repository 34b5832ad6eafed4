import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bodyOf, bookingApp, errorsOf, startForm } from '#test/booking-journey.ts';
import { useDeps } from '#test/deps.ts';

const deps = useDeps();
let app: FastifyInstance;
beforeAll(async () => {
  app = await bookingApp(deps.current);
});
afterAll(() => app.close());

/** The form of a town hall, and somebody of another country before it. */
async function atTheTownHall() {
  const { browser, path } = await startForm(app, deps.current);
  const { db, clock } = deps.current;
  const hold = path.slice('/holds/'.length);
  await sql`UPDATE offering SET codice_fiscale = 'required', birth_date = 'not-asked', reasons = '{}'
            WHERE id = (SELECT offering_id FROM hold WHERE id = ${hold})`.execute(db);
  await sql`
    WITH lena AS (
      UPDATE account SET given_name = 'Lena', family_name = 'Hoffmann', birth_date = '1991-03-08', codice_fiscale_key = NULL,
        codice_fiscale_cipher = NULL WHERE id = (SELECT account_id FROM hold WHERE id = ${hold}) RETURNING id
    )
    INSERT INTO account_identity (account_id, scheme, subject_key, provider, level, linked_at, used_at)
    SELECT id, 'eidas', sha256('DE/IT/1'), 'https://eidas.example', 2, ${clock.now()}, ${clock.now()} FROM lena`.execute(
    db,
  );
  return { browser, path };
}

describe('the people form of a town hall', () => {
  it('lets who was proved by another country’s identity leave the codice fiscale empty, and nobody else', async () => {
    const { browser, path } = await atTheTownHall();
    expect(bodyOf(await browser.get(path)).text).toContain('identità digitale del tuo Paese');
    const lena = {
      who: 'me',
      'people.0.givenName': 'Lena',
      'people.0.familyName': 'Hoffmann',
      'people.0.codiceFiscale': '',
      email: 'lena@posta.example',
      privacy: 'yes',
    };
    const greta = await browser.post(path, { ...lena, 'people.0.givenName': 'Greta' });
    expect(Object.keys(errorsOf(greta))).toEqual(['people-0-codiceFiscale']);
    const sent = await browser.post(path, lena);
    expect([sent.statusCode, sent.headers.location]).toEqual([303, `${path}/summary`]);
  });
});
