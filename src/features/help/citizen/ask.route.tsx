import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { worksAt } from '#features/identity/index.ts';
import { type Office, officeAt } from '#features/offices/index.ts';
import type { Deps } from '#platform/deps.ts';
import { csrfCookie } from '#platform/http/csrf.ts';
import { fieldError, readForm } from '#platform/http/form.ts';
import { networkOf } from '#platform/http/network-of.ts';
import { goTo, page } from '#platform/http/page.ts';
import { queryText } from '#platform/http/query.ts';
import { countRequest, tooManyRequests } from '#platform/http/request-count.ts';
import { transact } from '#platform/transaction.ts';
import { type FormState, freshForm } from '#ui/fields/form.tsx';
import { likelyOffices } from '../addressees.query.ts';
import { askForHelp } from '../ask-for-help.ts';
import { askSchema } from '../help.form.ts';
import { deskOfPage, officeOfPage, pageWrittenFrom } from '../help.rules.ts';
import { helpFaults } from '../help.text.ts';
import { readPictures } from '../pictures.ts';
import { threadPath } from '../thread-link.ts';
import { AskView } from './ask.view.tsx';
import { SentView } from './sent.view.tsx';

const hour = 3600;

/** `/help/ask?from=&office=`: a question to an office or to whoever runs the site, logged in or not. */
export function addAskPage(app: FastifyInstance, deps: Deps): void {
  app.get('/help/ask', async (request, reply) => {
    const from = pageWrittenFrom(queryText(request.query, 'from') ?? '');
    const office = queryText(request.query, 'office') || officeOfPage(from);
    const desk = await deskOf(request, from);
    const to = desk ? 'site' : office;
    const form = freshForm(request.language, { from: from ?? '', ...(to && { to }) });
    return show(request, reply, form, { from, office, desk });
  });

  app.post('/help/ask', async (request, reply) => {
    const { language, viewer } = request;
    const words = helpFaults.for(language);
    const faults = (key: string) => (helpFaults.has(key) ? words(key) : undefined);
    const form = readForm(request, askSchema(viewer !== null), faults);
    const from = pageWrittenFrom(typeof form.values['from'] === 'string' ? form.values['from'] : '');
    const office =
      typeof form.values['to'] === 'string' && form.values['to'] !== 'site' ? form.values['to'] : officeOfPage(from);
    const desk = await deskOf(request, from);
    const again = (status: number, errors: FormState['errors']) =>
      show(request, reply.code(status), { language, values: form.values, errors }, { from, office, desk });
    if (!form.ok) return again(form.status, form.errors);
    const pictures = readPictures(request.sentFiles);
    if (!pictures.ok) return again(422, [fieldError('pictures', pictures.reason, language, words(pictures.reason))]);
    const to = form.value.to === 'site' ? null : await officeAt(deps.db, form.value.to);
    if (to === undefined) return again(422, [fieldError('to', 'to-required', language, words('to-required'))]);
    const email = viewer?.email ?? form.value.email ?? '';
    await limit(request, email, pictures.pictures.length > 0);
    const asked = await transact(deps.db, (tx) =>
      askForHelp(tx, deps.secrets, {
        officeId: to?.id ?? null,
        fromOfficeId: to === null ? desk?.id : undefined,
        email,
        accountId: viewer?.accountId ?? null,
        language,
        page: from,
        browser: request.headers['user-agent'],
        text: form.value.text,
        pictures: pictures.pictures,
        now: deps.clock.now(),
      }),
    );
    // Whoever is logged in sees the thread at once; the others by the e-mail alone, which proves that the address is theirs.
    if (viewer !== null && asked.ok) return goTo(reply, `${threadPath(deps.secrets, asked.requestId)}?sent=yes`);
    return page(reply, <SentView context={reply.pageContext()} email={email} />);
  });

  /** Where whoever writes works, when they write from a page of that office's own. */
  async function deskOf({ viewer }: FastifyRequest, from: string | undefined): Promise<Office | undefined> {
    const code = deskOfPage(from);
    if (viewer === null || code === undefined) return undefined;
    const office = await officeAt(deps.db, code);
    return office && worksAt(viewer, office.id) ? office : undefined;
  }

  async function show(
    request: FastifyRequest,
    reply: FastifyReply,
    form: FormState,
    about: { from: string | undefined; office: string | undefined; desk: Office | undefined },
  ): Promise<FastifyReply> {
    const accountId = request.viewer?.accountId ?? null;
    const officeCode = /^[a-z0-9-]{1,80}$/.test(about.office ?? '') ? about.office : undefined;
    const offices = about.desk ? [] : await likelyOffices(deps.db, { officeCode, accountId });
    const email = request.viewer?.email;
    return page(
      reply,
      <AskView {...{ context: reply.pageContext(), form, offices, email, from: about.from, desk: about.desk }} />,
    );
  }

  /** Strict for one address, so that nobody's mailbox is filled; wide for a network. */
  async function limit(request: FastifyRequest, email: string, hasPictures: boolean): Promise<void> {
    if (!deps.config.limits) return;
    const browser = request.cookies[csrfCookie];
    const network = networkOf(request.ip);
    const allowances = [
      { who: `help mailbox ${email.toLowerCase()}`, most: 10, seconds: 24 * hour },
      ...(browser ? [{ who: `help browser ${browser}`, most: 10, seconds: hour }] : []),
      ...(network ? [{ who: `help ${network}`, most: 300, seconds: hour }] : []),
      // What strangers send is kept: pictures fill a disk sooner than words.
      ...(network && hasPictures && !request.viewer
        ? [{ who: `help pictures ${network}`, most: 60, seconds: hour }]
        : []),
    ];
    const counted = await countRequest(deps.db, deps.secrets, { allowances, now: deps.clock.now() });
    if (!counted.ok) throw tooManyRequests(counted);
  }
}
