import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { accountProfile, provedAbroad, requireVerified } from '#features/identity/index.ts';
import { asOffered, findService, type Offering, questionsOf } from '#features/offices/index.ts';
import { onTheSite, readResident } from '#features/planner/index.ts';
import { deviceOf, type Rooms } from '#features/waiting-room/index.ts';
import type { Deps } from '#platform/deps.ts';
import { fieldError, type FormValues, formValue, readForm } from '#platform/http/form.ts';
import { goTo, localPath, page } from '#platform/http/page.ts';
import { type FieldError, notFound } from '#platform/http/problem.ts';
import { queryText } from '#platform/http/query.ts';
import { readResidence, residenceField } from '../../clearance/residence.ts';
import { stepUpPath } from '../../eligibility/digital-login.ts';
import { inWords } from '../../eligibility/words.ts';
import { readPeople } from '../../form/people-form.ts';
import { register } from '../../registration-draw/register.ts';
import { visitAsks } from '../../visit/visit-asks.ts';
import { firstValues, switchFirstPerson } from '../hold/people-values.ts';
import { type DrawAt, drawAt, registerPath } from './door.ts';
import { seatsFacts } from './facts.ts';
import { PeopleView } from './people.view.tsx';
import { type PreferencesRead, preferenceQuery, readPreferences, valuesOfQuery } from './preferences.form.ts';
import { registerTexts } from './register.text.ts';

const anything = z.record(z.string(), z.unknown());

/** `/releases/:release/register/people`: who registers, with all that the booking of their seat will need. */
export function addRegisterPeople(app: FastifyInstance, deps: Deps, rooms: Pick<Rooms, 'join'>): void {
  app.get('/releases/:release/register/people', async (request, reply) => {
    const at = await drawAt(deps, request, queryText(request.query, 'service'));
    const read = wishesIn(request, at);
    if (!read.ok || !at.offering) return goTo(reply, wishesPath(request, at));
    const viewer = requireVerified(request);
    const { accountId } = viewer;
    const surer = stepUpPath(viewer, { offering: at.offering, next: localPath(request.url) });
    if (surer !== undefined) return goTo(reply, surer);
    const profile = await accountProfile(deps.db, { accountId, secrets: deps.secrets });
    if (!profile) throw notFound();
    return show(request, reply, at, { values: firstValues({ offering: at.offering }, profile), errors: [] });
  });

  app.post('/releases/:release/register/people', { config: { load: 'join' } }, async (request, reply) => {
    const at = await drawAt(deps, request, queryText(request.query, 'service'));
    const viewer = requireVerified(request);
    const read = wishesIn(request, at);
    const form = readForm(request, anything);
    const { language } = request;
    if (!read.ok || !at.offering) return goTo(reply, wishesPath(request, at));
    if (!form.ok) return show(request, reply.code(form.status), at, form);
    const go = formValue(form.values, 'go');
    if (go === 'me' || go === 'other') {
      const profile = await accountProfile(deps.db, { accountId: viewer.accountId, secrets: deps.secrets });
      return show(request, reply, at, { values: switchFirstPerson(form.values, go, profile), errors: [] });
    }
    const { offering } = at;
    const questions = await questionsOf(deps.db, offering.id);
    const { party } = read.preferences.wishes;
    const asked = { ...offering, abroad: await provedAbroad(deps.db, viewer.accountId) };
    const about = { questions, today: at.today, day: dayOf(at), language };
    const people = readPeople(form.values, { party, offering: asked, ...about });
    const typed = formValue(form.values, residenceField);
    const where = await readResidence(deps.db, typed, { offering, office: at.office, language });
    if (!people.ok || !where.ok) {
      const errors = [...(people.ok ? [] : people.errors), ...(where.ok ? [] : where.errors)];
      return show(request, reply.code(422), at, { values: form.values, errors });
    }
    const outcome = await register(deps, rooms, {
      draw: at.draw,
      offering,
      accountId: viewer.accountId,
      login: viewer,
      enteredBy: null,
      preferences: read.preferences,
      answers: { ...people.answers, residence: where.residence },
      asker: { ...onTheSite, resident: readResident(queryText(request.query, 'resident')) },
      channel: 'web',
      language,
      device: deviceOf(request.headers['user-agent']),
    });
    if (outcome.ok) return goTo(reply, registerPath(at.draw, `/${outcome.number}?done=registered`));
    const t = registerTexts.for(language);
    const words =
      outcome.reason === 'not-eligible'
        ? inWords(outcome.refusal, { language }).title
        : outcome.reason === 'closed' || outcome.reason === 'cancelled'
          ? t(`is-${outcome.reason}`)
          : t(outcome.reason);
    const errors = [fieldError('people.0.givenName', outcome.reason, language, words)];
    return show(request, reply.code(409), at, { values: form.values, errors });
  });

  async function show(
    request: FastifyRequest,
    reply: FastifyReply,
    at: DrawAt,
    { values, errors }: { values: FormValues; errors: readonly FieldError[] },
  ): Promise<FastifyReply> {
    const { language } = request;
    const read = wishesIn(request, at);
    if (!read.ok || !at.offering) throw notFound();
    const { offering } = at;
    const [questions, service] = await Promise.all([
      questionsOf(deps.db, offering.id),
      findService(deps.db, offering.serviceCode),
    ]);
    if (!service) throw notFound();
    const asks = visitAsks(asOffered(service, offering).documents[at.office.kind] ?? [], offering);
    const props = { at, offering, questions, asks, preferences: read.preferences, day: dayOf(at) };
    return page(
      reply,
      <PeopleView
        context={reply.pageContext()}
        {...props}
        back={wishesPath(request, at)}
        form={{ language, values, errors }}
      />,
    );
  }

  function wishesIn(request: FastifyRequest, at: DrawAt): PreferencesRead {
    return readPreferences(valuesOfQuery(request.query, at.places), { ...at, language: request.language });
  }
}

function wishesPath(request: FastifyRequest, at: DrawAt): string {
  const query = preferenceQuery(valuesOfQuery(request.query, at.places));
  return registerPath(at.draw, `?${query}&service=${at.places[0]?.serviceCode ?? ''}&another=1`);
}

/** Ages and the like are asked for the first day on which an appointment may be. */
function dayOf({ slots, draw, today }: DrawAt & { offering: Offering | undefined }): Temporal.PlainDate {
  return seatsFacts(slots, draw.timeZone).first ?? today;
}
