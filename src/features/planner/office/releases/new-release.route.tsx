import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Deps } from '#platform/deps.ts';
import { fieldError, readForm } from '#platform/http/form.ts';
import { goTo, page } from '#platform/http/page.ts';
import { notFound } from '#platform/http/problem.ts';
import { transact } from '#platform/transaction.ts';
import { type FormState, freshForm } from '#ui/fields/form.tsx';
import { type AtOffice, openPlanner } from '../../at-office.ts';
import type { Planner } from '../../planner.query.ts';
import { planRelease } from '../../releases/plan-release.ts';
import { waitingSeats } from '../../releases/waiting-seats.query.ts';
import { queryText } from '#platform/http/query.ts';
import { faultWords } from '../fault-words.ts';
import { plannerPaths } from '../paths.ts';
import type { OrderFault, ReleaseOrders } from '../../releases/release-order.ts';
import { orderField } from './draw-fields.form.ts';
import { drawFieldsTexts } from './draw-fields.text.ts';
import { newReleaseSchema } from './new-release.form.ts';
import { newReleaseTexts } from './new-release.text.ts';
import type { ForeseeRelease } from './foresee-release.ts';
import { NewReleaseView } from './new-release.view.tsx';

const ownWords = [
  'lastDay.date-order',
  'moments.moments',
  'moments.too-many',
  'moments.in-the-past',
  'dripDay.in-the-past',
  'until.before-start',
  'firstDay.no-seats',
  'firstDay.too-far',
  'seats.needed',
  'not-published',
] as const;

const onlyAMoment = { ok: false, reason: 'one-moment' } as const;

const isOrderFault = (reason: string): reason is OrderFault => Object.hasOwn(orderField, reason);

/** Opening seats by hand, now or later. */
export function addNewReleasePages(
  app: FastifyInstance,
  deps: Deps,
  { orders, foreseeRelease }: { orders: ReleaseOrders; foreseeRelease?: ForeseeRelease | undefined },
): void {
  app.get('/office/:office/planners/:planner/releases/new', async (request, reply) => {
    const { at, planner } = await openPlanner(deps, request);
    const { from, to } = await waitingSeats(deps.db, { plannerId: planner.id, now: at.now });
    const wished = {
      moments: queryText(request.query, 'moments').slice(0, 2_000),
      seats: queryText(request.query, 'seats').slice(0, 6),
    };
    const values = {
      firstDay: (from ?? at.today).toString(),
      lastDay: (to ?? at.today).toString(),
      // A simulation brings along what it found better.
      when: wished.moments === '' ? 'now' : 'at',
      ...wished,
      clock: 'office',
      dripDay: at.today.toString(),
      from: '09:00',
      until: '18:00',
      everyMinutes: '30',
      seatsEach: '5',
      order: 'first-come',
      mixing: 'usual',
      valueKind: 'numbers',
    };
    return show(reply, at, planner, freshForm(request.language, values));
  });

  app.post('/office/:office/planners/:planner/releases/new', async (request, reply) => {
    const { at, planner } = await openPlanner(deps, request);
    const { language } = request;
    const words = faultWords(newReleaseTexts, language, ownWords);
    const form = readForm(request, newReleaseSchema(at.office.timeZone, at.now), words);
    if (!form.ok)
      return show(reply.code(form.status), at, planner, { language, values: form.values, errors: form.errors });
    const { order, ...rest } = form.value;
    const wish = { ...rest, plannerId: planner.id };
    const outcome = await transact(deps.db, async (tx) => {
      const planned = await planRelease(tx, { ...at.editing, wish });
      if (!planned.ok || order === undefined) return planned;
      const releases = planned.releases.map((release) => ({ ...release, plannerId: planner.id }));
      const drawn =
        wish.when.kind === 'at' ? await orders.plan(tx, { ...at.editing, wish: order, releases }) : onlyAMoment;
      return drawn.ok ? planned : drawn;
    });
    if (outcome.ok) {
      const seats = outcome.releases.reduce((sum, release) => sum + release.seats, 0);
      const done = wish.when.kind === 'now' ? 'opened' : 'planned';
      return goTo(reply, `${plannerPaths.releases(at.office.code, planner.id)}?done=${done}&seats=${seats}`);
    }
    if (outcome.reason === 'unknown-planner') throw notFound();
    const { reason } = outcome;
    if (isOrderFault(reason)) {
      const errors = [fieldError(orderField[reason], reason, language, drawFieldsTexts.for(language)(reason))];
      return show(reply.code(422), at, planner, { language, values: form.values, errors });
    }
    const [field, key] =
      outcome.reason === 'no-seats'
        ? (['firstDay', 'firstDay.no-seats'] as const)
        : outcome.reason === 'in-the-past'
          ? (['moments', 'moments.in-the-past'] as const)
          : outcome.reason === 'too-far'
            ? (['firstDay', 'firstDay.too-far'] as const)
            : (['when', 'not-published'] as const);
    const errors = [fieldError(field, outcome.reason, language, words(key))];
    return show(reply.code(422), at, planner, { language, values: form.values, errors });
  });

  async function show(reply: FastifyReply, at: AtOffice, planner: Planner, form: FormState): Promise<FastifyReply> {
    const { language } = form;
    const [waiting, foreseen] = await Promise.all([
      waitingSeats(deps.db, { plannerId: planner.id, now: at.now }),
      foreseeRelease?.({ at, planner, language }),
    ]);
    const props = { at, planner, waiting, form, foreseen };
    return page(reply, <NewReleaseView context={reply.pageContext()} {...props} />);
  }
}
