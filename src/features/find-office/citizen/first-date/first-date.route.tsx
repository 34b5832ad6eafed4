import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { clockTime, dayIn, shortDate } from '#platform/dates.ts';
import type { Deps } from '#platform/deps.ts';
import { fieldError, formValue, readForm } from '#platform/http/form.ts';
import { goTo, page } from '#platform/http/page.ts';
import { localText } from '#platform/language.ts';
import { freshForm, type FormState } from '#ui/fields/form.tsx';
import {
  fieldMessages,
  forgetTypedPerson,
  rememberTypedPerson,
  type TypedPerson,
  typedPerson,
} from '#features/identity/index.ts';
import { findService, listSearchNames, listServices, type Service } from '#features/offices/index.ts';
import { answerFirstDates, areaOf, type FirstDateAnswer } from '../../first-date/first-date-answer.query.ts';
import { firstDatePath, type FirstDateRequest, readFirstDateRequest } from '../../first-date/first-date-request.ts';
import { type AskedPlace, placeAsked, placeTyped, townsIn } from '../../first-date/place.query.ts';
import { agrees, firstDateForm } from '../../first-date/typed-person.form.ts';
import { keepAnswer } from '../../kept-answer.ts';
import { markKind } from '../../map/mark-kind.rules.ts';
import { type MapOffice, mapProjection } from '../../map/area-map.view.tsx';
import { firstDateTexts } from './first-date.text.ts';
import { type FirstDateProps, FirstDateView } from './first-date.view.tsx';
import { placeName } from './heading.ts';
import type { Known } from './known-person.view.tsx';
import { placeInList } from './listed-office.view.tsx';

const namesAgeSeconds = 600;
const mostTowns = 14;

/** /first-date: the first free date around a place, before any login. */
export function addFirstDatePage(app: FastifyInstance, deps: Deps): void {
  const names = keepAnswer(deps.clock, namesAgeSeconds, () => listSearchNames(deps.db));

  app.get('/first-date', async (request, reply) => {
    const asked = readFirstDateRequest(request.query);
    const place = await placeAsked(deps.db, asked, names);
    const typed = place.kind === 'unknown' ? { q: asked.q } : {};
    const errors = place.kind === 'unknown' ? [unknownPlace(request)] : [];
    return show(request, reply, { asked, place, form: { ...freshForm(request.language, typed), errors } });
  });

  app.post('/first-date', async (request, reply) => {
    const form = readForm(request, firstDateForm, fieldMessages(request.language));
    const asked = readFirstDateRequest({ ...form.values, q: formValue(form.values, 'q') });
    if (!form.ok) {
      const again = { language: request.language, values: form.values, errors: form.errors };
      return show(request, reply.code(form.status), { asked, place: { kind: 'nothing' }, form: again });
    }
    const place = await placeTyped(deps.db, form.value.q, names);
    if (place.kind === 'unknown') {
      const again = { language: request.language, values: form.values, errors: [unknownPlace(request)] };
      return show(request, reply.code(422), { asked, place: { kind: 'nothing' }, form: again });
    }
    keep(request, reply, { ...form.value, codiceFiscale: form.value.codiceFiscale ?? '', municipality: codeOf(place) });
    // The name stays in the address where it has to be chosen among several, or was corrected: the page says so.
    const isPlain = place.kind === 'municipality' && place.corrected === undefined;
    return goTo(reply, firstDatePath({ ...asked, municipality: isPlain ? place.municipality.code : undefined }));
  });

  app.post('/first-date/forget', async (request, reply) => {
    const form = readForm(request, z.object({ back: z.string().default('/first-date') }));
    if (form.ok) forgetTypedPerson(reply);
    const back = formValue(form.values, 'back');
    return goTo(reply, /^\/first-date(\?|$)/.test(back) ? back : '/first-date');
  });

  app.get('/first-date/forget', async (_request, reply) => goTo(reply, '/first-date'));

  async function show(
    request: FastifyRequest,
    reply: FastifyReply,
    { asked, place, form }: { asked: FirstDateRequest; place: AskedPlace; form: FormState },
  ): Promise<FastifyReply> {
    const { language } = request;
    const now = deps.clock.now();
    const service = await serviceOf(asked.service, place);
    const area = areaOf(asked, place);
    const answer = area && (await answerFirstDates(deps.db, { asked, service: service.code, place, area, now }));
    const person = typedPerson(request, deps);
    const values = { ...valuesFor(asked, place, person, language), ...form.values };
    return page(
      reply,
      <FirstDateView
        {...{ asked, service, place, answer, now }}
        context={reply.pageContext()}
        form={{ ...form, values }}
        known={person && knownOf(person)}
        map={answer && (await mapOf(asked, place, answer, { now, language }))}
      />,
    );
  }

  /** What is booked: as asked, or what municipalities do; abroad the first that consulates do. */
  async function serviceOf(code: string | undefined, place: AskedPlace): Promise<Service> {
    const asked = code === undefined ? undefined : await findService(deps.db, code);
    const kind = place.kind === 'abroad' ? 'consular' : 'municipal';
    if (asked?.kinds.includes(kind)) return asked;
    const usual = (await listServices(deps.db)).find(({ bookable, kinds }) => bookable && kinds.includes(kind));
    const service = usual ?? asked;
    if (!service) throw new Error('the catalogue has no service that can be booked');
    return service;
  }

  async function mapOf(
    asked: FirstDateRequest,
    place: AskedPlace,
    { items }: FirstDateAnswer,
    { now, language }: { now: Temporal.Instant; language: FirstDateProps['context']['language'] },
  ): Promise<FirstDateProps['map']> {
    if (place.kind !== 'municipality' && place.kind !== 'position') return undefined;
    const { lat, lon } = place.kind === 'position' ? place : place.municipality;
    const from = { lat, lon, name: placeName(place, language) };
    const offices = items.flatMap((listed): MapOffice[] => {
      const { office, number, date, startsAt } = listed;
      if (office.lat === null || office.lon === null) return [];
      const words =
        date && startsAt
          ? `${shortDate(date, language)}, ${clockTime(startsAt, office.timeZone)}`
          : firstDateTexts.for(language)('none');
      const kind = markKind(date, dayIn(now, office.timeZone));
      const mark = {
        number,
        kind,
        date: words,
        href: `#${placeInList(listed)}`,
        name: localText(office.name, language),
      };
      return [{ ...mark, lat: office.lat, lon: office.lon }];
    });
    if (offices.length === 0) return undefined;
    const towns = await townsIn(deps.db, mapProjection(offices, from).box, mostTowns);
    return { offices, from, towns, withinKm: asked.within === 'province' ? undefined : Number(asked.within) };
  }

  function keep(request: FastifyRequest, reply: FastifyReply, typed: TypedPerson): void {
    const { givenName, familyName, codiceFiscale, municipality } = typed;
    const earlier = typedPerson(request, deps);
    const isSaid = givenName !== '' || familyName !== '' || codiceFiscale !== '';
    // Who only changes the place has not taken back what they said of themselves.
    if (isSaid) rememberTypedPerson(reply, deps, { givenName, familyName, codiceFiscale, municipality });
    else if (earlier)
      rememberTypedPerson(reply, deps, { ...earlier, municipality: municipality || earlier.municipality });
    else if (municipality !== '')
      rememberTypedPerson(reply, deps, { givenName, familyName, codiceFiscale, municipality });
  }
}

function unknownPlace({ language }: FastifyRequest) {
  return fieldError('q', 'unknown', language, firstDateTexts.for(language)('unknown'));
}

function codeOf(place: AskedPlace): string {
  return place.kind === 'municipality' ? place.municipality.code : '';
}

function valuesFor(
  asked: FirstDateRequest,
  place: AskedPlace,
  person: TypedPerson | undefined,
  language: FirstDateProps['context']['language'],
): Record<string, string> {
  const t = firstDateTexts.for(language);
  const at = place.kind === 'municipality' || place.kind === 'position' ? place.municipality : undefined;
  return {
    q: at ? t('municipalityOf', { name: at.name, province: at.province }) : asked.q,
    within: asked.within,
    ...(person && { givenName: person.givenName, familyName: person.familyName, codiceFiscale: person.codiceFiscale }),
  };
}

function knownOf(person: TypedPerson): Known | undefined {
  const name = `${person.givenName} ${person.familyName}`.trim();
  if (name === '' && person.codiceFiscale === '') return undefined;
  return { name, agrees: agrees(person) };
}
