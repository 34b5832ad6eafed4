import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { fieldMessages, type PersonWithRoles, peopleWithRoles, placesOf } from '#features/identity/index.ts';
import type { Deps } from '#platform/deps.ts';
import { fieldError, readForm, readPost } from '#platform/http/form.ts';
import { goTo } from '#platform/http/page.ts';
import { HttpProblem, notFound } from '#platform/http/problem.ts';
import { queryText } from '#platform/http/query.ts';
import { transact } from '#platform/transaction.ts';
import { type FormState, freshForm } from '#ui/fields/form.tsx';
import { numberInPath } from '#platform/http/path.ts';
import { addPerson, changeReach, inviteAgain, resetSecondFactor, takeRole } from './change-people.ts';
import { type GivenRole, inviteSchema, readReach, readRole } from './people.form.ts';
import { type PeopleNotice, peopleNotices } from './people-list.view.tsx';
import { peopleFaults } from './people.text.ts';
import { faultWords } from './words.ts';

/** Where people are given roles: at an office, or in the whole network. */
export interface PeoplePlace {
  readonly officeId: number | null;
  readonly base: string;
  readonly viewerId: number;
  readonly isNetwork: boolean;
  /** roles given here may hold at the sites under the office too */
  readonly mayGiveSites?: boolean;
  /** whether they administer the office, or with null the network */
  mayReset(officeId: number | null): boolean;
  readonly now: Temporal.Instant;
}

interface Shown {
  readonly people: readonly PersonWithRoles[];
  readonly form: FormState;
  readonly notice: PeopleNotice | undefined;
  readonly now: Temporal.Instant;
}

/** The routes of a page of people and roles; the page itself, and who may open it, are the caller's. */
export function addPeopleRoutes<Place extends PeoplePlace>(
  app: FastifyInstance,
  deps: Deps,
  options: {
    url: string;
    offered: readonly GivenRole[];
    open(request: FastifyRequest): Promise<Place>;
    show(reply: FastifyReply, place: Place, shown: Shown): FastifyReply;
    /** asks once more before the second factor of somebody is taken away */
    showReset(reply: FastifyReply, place: Place, person: PersonWithRoles): FastifyReply;
  },
): void {
  const { url, offered } = options;

  app.get(url, async (request, reply) => {
    const place = await options.open(request);
    const asked = queryText(request.query, 'done') ?? '';
    const notice = isNotice(asked) ? asked : undefined;
    return show(reply, place, freshForm(request.language, { language: 'it' }), notice);
  });

  app.post(url, async (request, reply) => {
    const place = await options.open(request);
    const { language } = request;
    const own = faultWords(peopleFaults, language);
    const shared = fieldMessages(language);
    const form = readForm(request, inviteSchema(offered), (key) => own(key) ?? shared(key));
    if (!form.ok) return show(reply.code(form.status), place, { language, values: form.values, errors: form.errors });
    const withSites = form.value.withSites && place.mayGiveSites === true;
    const added = await transact(deps.db, (tx) => addPerson(tx, { ...form.value, withSites, ...whom(place) }));
    if (added.ok) return goTo(reply, `${place.base}?done=${added.invited ? 'invited' : 'added'}`);
    const errors = [fieldError('roles', added.reason, language, own(added.reason))];
    return show(reply.code(422), place, { language, values: form.values, errors });
  });

  app.post(`${url}/:account/remove`, async (request, reply) => {
    const place = await options.open(request);
    const accountId = numberInPath(request, 'account');
    readPost(request);
    const role = readRole(request.body, offered);
    if (role === undefined) throw new HttpProblem(422, 'invalid-request');
    const removed = await transact(deps.db, (tx) =>
      takeRole(tx, { ...whom(place), accountId, role, byNetwork: place.isNetwork }),
    );
    const isNetworkRole = place.officeId === null;
    const lastAdmin = isNetworkRole ? 'last-network-admin' : 'last-admin';
    const notice = removed.ok ? 'removed' : removed.reason === 'last-admin' ? lastAdmin : 'not-there';
    return goTo(reply, `${place.base}?done=${notice}`);
  });

  app.post(`${url}/:account/sites`, async (request, reply) => {
    const place = await options.open(request);
    const accountId = numberInPath(request, 'account');
    readPost(request);
    const role = readRole(request.body, offered);
    const to = readReach(request.body);
    const { officeId, mayGiveSites } = place;
    if (role === undefined || to === undefined || officeId === null || mayGiveSites !== true)
      throw new HttpProblem(422, 'invalid-request');
    const change = { ...whom(place), officeId, accountId, role, withSites: to === 'with-sites' };
    const changed = await transact(deps.db, (tx) => changeReach(tx, change));
    return goTo(reply, `${place.base}?done=${changed.ok ? to : 'not-there'}`);
  });

  app.post(`${url}/:account/invite`, async (request, reply) => {
    const place = await options.open(request);
    const accountId = numberInPath(request, 'account');
    readPost(request);
    const sent = await transact(deps.db, (tx) => inviteAgain(tx, { ...whom(place), accountId }));
    if (!sent.ok && sent.reason === 'unknown') throw notFound();
    return goTo(reply, `${place.base}?done=${sent.ok ? 'sentAgain' : 'too-soon'}`);
  });

  app.get(`${url}/:account/second-factor`, async (request, reply) => {
    const place = await options.open(request);
    return options.showReset(reply, place, await whoseFactor(request, place));
  });

  app.post(`${url}/:account/second-factor`, async (request, reply) => {
    const place = await options.open(request);
    readPost(request);
    const { accountId } = await whoseFactor(request, place);
    const wanted = { ...whom(place), accountId, secrets: deps.secrets };
    const reset = await transact(deps.db, (tx) => resetSecondFactor(tx, wanted));
    app.sessions.forgetAccount(accountId);
    return goTo(reply, `${place.base}?done=${reset.ok ? 'factorReset' : 'not-there'}`);
  });

  /** Somebody with a second factor, all of whose work is the administrator's own matter: no door elsewhere is opened so. */
  async function whoseFactor(request: FastifyRequest, place: Place): Promise<PersonWithRoles> {
    const accountId = numberInPath(request, 'account');
    const people = await peopleWithRoles(deps.db, place.officeId);
    const person = people.find((one) => one.accountId === accountId);
    if (person?.hasSecondFactor !== true || accountId === place.viewerId) throw notFound();
    const places = await placesOf(deps.db, accountId);
    if (!places.every((officeId) => place.mayReset(officeId))) throw new HttpProblem(403, 'forbidden');
    return person;
  }

  async function show(reply: FastifyReply, place: Place, form: FormState, notice?: PeopleNotice) {
    const people = await peopleWithRoles(deps.db, place.officeId);
    return options.show(reply, place, { people, form, notice, now: place.now });
  }
}

function whom(place: PeoplePlace) {
  return { officeId: place.officeId, by: place.viewerId, now: place.now };
}

function isNotice(text: string): text is PeopleNotice {
  return Object.hasOwn(peopleNotices, text);
}
