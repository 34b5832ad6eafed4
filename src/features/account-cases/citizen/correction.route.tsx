import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import {
  accountProfile,
  type AccountProfile,
  personSchema,
  fieldMessages,
  requireVerified,
} from '#features/identity/index.ts';
import type { Deps } from '#platform/deps.ts';
import { fieldError, readForm, readPost } from '#platform/http/form.ts';
import { goTo, page } from '#platform/http/page.ts';
import { notFound } from '#platform/http/problem.ts';
import { queryText } from '#platform/http/query.ts';
import { countRequest, tooManyRequests } from '#platform/http/request-count.ts';
import { transact } from '#platform/transaction.ts';
import { type FormState, freshForm } from '#ui/fields/form.tsx';
import { typedDate } from '#ui/fields/typed-date.ts';
import { officeNamesOf } from '../account.query.ts';
import { askChange, withdrawChange } from '../changes/ask-change.ts';
import { changesOf, officesThatDecide } from '../changes/change.query.ts';
import { ownPaths } from '../paths.ts';
import { writtenText } from '../written-text.ts';
import { correctionTexts } from './correction.text.ts';
import { CorrectionView, longestWhy } from './correction.view.tsx';

/** `/profile/correction`: details that an office knows somebody by are put right by asking it. */
export function addCorrectionPage(app: FastifyInstance, deps: Deps): void {
  app.get(ownPaths.correction, async (request, reply) => {
    const profile = await ownProfile(request);
    return show(request, reply, profile, freshForm(request.language, valuesOf(profile)));
  });

  app.post(ownPaths.correction, async (request, reply) => {
    const { accountId } = requireVerified(request);
    const profile = await ownProfile(request);
    const { language } = request;
    const now = deps.clock.now();
    const t = correctionTexts.for(language);
    const shared = fieldMessages(language);
    const schema = personSchema(now.toZonedDateTimeISO('UTC').toPlainDate()).extend({ why: writtenText(longestWhy) });
    const form = readForm(request, schema, (key) => (key === 'why.required' ? t('whyRequired') : shared(key)));
    if (!form.ok) return show(request, reply.code(form.status), profile, { language, ...form });
    const { why, givenName, familyName, birthDate, birthPlace, codiceFiscale } = form.value;
    const after = {
      givenName,
      familyName,
      birthDate,
      birthPlace: birthPlace ?? null,
      codiceFiscale: codiceFiscale ?? null,
    };
    await limit(accountId);
    const asked = await transact(deps.db, (tx) => askChange(tx, deps.secrets, { accountId, after, why, now }));
    if (asked.ok) return goTo(reply, `${ownPaths.correction}?done=sent`);
    const errors = [fieldError('', asked.reason, language, t(asked.reason))];
    const status = asked.reason === 'nothing-changed' ? 422 : 409;
    return show(request, reply.code(status), profile, { language, values: form.values, errors });
  });

  app.post(`${ownPaths.correction}/withdraw`, async (request, reply) => {
    const { accountId } = requireVerified(request);
    readPost(request);
    const now = deps.clock.now();
    // Decided in the same moment: the page shows how.
    await transact(deps.db, (tx) => withdrawChange(tx, { accountId, now }));
    return goTo(reply, `${ownPaths.correction}?done=withdrawn`);
  });

  /** Each request is an e-mail to the office, also of those taken back. */
  async function limit(accountId: number): Promise<void> {
    if (!deps.config.limits) return;
    const allowances = [{ who: `correction account ${accountId}`, most: 5, seconds: 24 * 3600 }];
    const counted = await countRequest(deps.db, deps.secrets, { allowances, now: deps.clock.now() });
    if (!counted.ok) throw tooManyRequests(counted);
  }

  async function ownProfile(request: FastifyRequest): Promise<AccountProfile> {
    const { accountId } = requireVerified(request);
    const profile = await accountProfile(deps.db, { accountId, secrets: deps.secrets });
    if (profile === undefined) throw notFound();
    return profile;
  }

  async function show(request: FastifyRequest, reply: FastifyReply, profile: AccountProfile, form: FormState) {
    const { accountId } = requireVerified(request);
    const changes = await changesOf(deps.db, deps.secrets, accountId);
    const offices = await officeNamesOf(deps.db, await officesThatDecide(deps.db, accountId));
    return page(
      reply,
      <CorrectionView
        context={reply.pageContext()}
        profile={profile}
        changes={changes}
        offices={[...offices.values()].map(({ name }) => name)}
        form={form}
        done={queryText(request.query, 'done')}
      />,
    );
  }
}

function valuesOf(profile: AccountProfile): Record<string, string> {
  const { givenName, familyName, birthDate, birthPlace, codiceFiscale } = profile;
  return {
    givenName,
    familyName,
    birthDate: birthDate === null ? '' : typedDate(birthDate),
    birthPlace: birthPlace ?? '',
    codiceFiscale: codiceFiscale ?? '',
    why: '',
  };
}
