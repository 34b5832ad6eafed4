import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { makeCodiceFiscale } from '#features/identity/index.ts';
import { useDeps } from '#test/deps.ts';
import { drain } from '#test/drain.ts';
import { useOfficeSettings } from '#test/office-settings.ts';
import { type TestBrowser, testBrowser } from '#test/slice-app.ts';
import { activationPath, lastActivation } from './activation.ts';

const deps = useDeps();
const settings = useOfficeSettings(deps);
let people = 0;
let networkAdmin: TestBrowser | undefined;

function somebody() {
  people += 1;
  const person = { givenName: 'Marta', familyName: 'Prova' };
  const birthDate = Temporal.PlainDate.from('1980-05-05');
  const codiceFiscale = makeCodiceFiscale({ ...person, birthDate, sex: 'F', birthPlaceCode: 'H501' });
  const email = `marta.${people}@comune-di-prova.example`;
  return { ...person, email, codiceFiscale, password: 'una frase lunga e nuova' };
}

async function activated(recipient = 'protocollo@comune-di-prova.pec.example') {
  const { office, send, as } = settings.current;
  const path = `/network/activations/${office.officeCode}`;
  // One for the whole file: the role has no office of the test.
  const network = (networkAdmin ??= await as('network-admin', null));
  const sent = await send(path, { recipient }, network);
  const activation = await lastActivation(deps.current.db, office.officeId);
  if (activation === undefined) throw new Error(`nothing began: ${sent.status}`);
  const link = activationPath(deps.current.secrets, activation);
  return { network, path, link, visitor: await testBrowser(settings.current.app, deps.current) };
}

describe('an office that is activated', () => {
  it('is opened by a link in a text to send by hand, to an administrator with an account of their own', async () => {
    const { network, path, link, visitor } = await activated();
    const shown = await network.get(path);
    expect(shown.body).toContain(link);
    expect(shown.body).toContain('non c’è una casella certificata'.slice(1));
    const person = somebody();
    const answer = await settings.current.send(link, person, visitor);
    expect(answer).toMatchObject({ status: 303, to: `${settings.current.base}/set-up` });
    expect((await visitor.get(`${settings.current.base}/set-up/details`)).statusCode).toBe(200);
    const [mail] = await drain(deps.current);
    expect(mail).toMatchObject({ to: person.email });
    expect(mail?.subject).toContain('conferma l’indirizzo');
    const { rows } = await sql<{ action: string }>`
      SELECT action FROM audit_entry WHERE office_id = ${settings.current.office.officeId} ORDER BY id`.execute(
      deps.current.db,
    );
    expect(rows.map(({ action }) => action)).toEqual(['start-activation', 'activate-office']);
  });

  it('is opened once: a used, replaced, withdrawn, expired or invented link opens nothing', async () => {
    const { network, path, link, visitor } = await activated();
    const other = await activated();
    expect(await visitor.get(link)).toMatchObject({ statusCode: 410, headers: { 'referrer-policy': 'no-referrer' } });
    const { headers } = await other.visitor.get(other.link);
    expect(headers).toMatchObject({ 'referrer-policy': 'no-referrer', 'x-robots-tag': 'noindex, nofollow' });
    await settings.current.send(other.link, somebody(), other.visitor);
    expect((await visitor.get(other.link)).body).toContain('già stato usato');
    const another = await activated();
    await network.get(path);
    await network.post(`${path}/withdraw`, {});
    expect((await visitor.get(another.link)).statusCode).toBe(410);
    const late = await activated();
    deps.current.clock.set('2026-12-07T10:00:00Z');
    expect((await visitor.get(late.link)).body).toContain('scaduto');
    deps.current.clock.set('2026-11-22T10:00:00Z');
    expect((await visitor.get(`${late.link.slice(0, -3)}abc`)).statusCode).toBe(404);
  });

  it('says what is wrong with each field, and takes no account that is somebody’s already', async () => {
    const { link, visitor } = await activated();
    const person = somebody();
    const wrong = await settings.current.send(
      link,
      { ...person, codiceFiscale: 'RSSMRA80A01H501U', password: 'breve', email: 'no' },
      visitor,
    );
    expect(wrong.status).toBe(422);
    expect(wrong.errors.map((line) => line.split(' ')[0])).toEqual(['#email', '#password']);
    const foreign = await settings.current.send(link, { ...person, codiceFiscale: 'RSSMRA80A01H501U' }, visitor);
    expect(foreign.errors.map((line) => line.split(' ')[0])).toEqual(['#codiceFiscale']);
    const known = await settings.current.send(
      link,
      { ...person, email: `office-admin-${settings.current.office.officeId}@prova.example` },
      visitor,
    );
    expect(known.errors[0]).toContain('già un account');
  });

  it('goes to whoever is logged in already, if they take it', async () => {
    const { link } = await activated();
    const citizen = await settings.current.as('operator', settings.current.office.officeId);
    expect((await citizen.get(`${settings.current.base}/set-up/details`)).statusCode).toBe(403);
    expect((await citizen.get(link)).body).toContain('Attiva con il mio account');
    expect((await citizen.post(`${link}/take`, {})).headers.location).toBe(`${settings.current.base}/set-up`);
    expect((await citizen.get(`${settings.current.base}/set-up/details`)).statusCode).toBe(200);
  });

  it('is begun by the network alone', async () => {
    const path = `/network/activations/${settings.current.office.officeCode}`;
    expect((await settings.current.admin.get(path)).statusCode).toBe(403);
    const { network } = await activated();
    expect((await settings.current.send(path, { recipient: 'no' }, network)).errors).toEqual([
      '#recipient Scrivi l’indirizzo certificato completo',
    ]);
    expect((await network.get('/network/activations?q=prova')).statusCode).toBe(200);
  });
});
