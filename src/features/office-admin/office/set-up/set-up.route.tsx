import type { FastifyInstance, FastifyReply } from 'fastify';
import { listOfferings, listServices, officeRecord } from '#features/offices/index.ts';
import type { Deps } from '#platform/deps.ts';
import { fieldError, readForm } from '#platform/http/form.ts';
import { goTo, page } from '#platform/http/page.ts';
import { type FormState, freshForm } from '#ui/fields/form.tsx';
import type { AtOffice } from '../../at-office.ts';
import { settingsPaths } from '../../paths.ts';
import { saveDetails } from '../../save-details.ts';
import { usualHours } from '../../set-up/hours.rules.ts';
import { saveServices } from '../../set-up/save-services.ts';
import { hoursValues, setUpDetailsSchema, setUpHoursSchema, setUpServicesSchema } from '../../set-up/set-up.form.ts';
import { nextStep } from '../../set-up/set-up.ts';
import { again, frame, keepStep, openStep, pathOf, setUpBase, wordsOf } from './open-step.ts';
import { addPlannerSteps } from './planner-steps.route.tsx';
import { PublishedView } from './publish.view.tsx';
import { DetailsStep, HoursStep, ServicesStep } from './steps.view.tsx';

/** `/office/{office}/set-up`: from nothing to a first published week, step by step; each step is kept when it is sent. */
export function addSetUpPages(app: FastifyInstance, deps: Deps): void {
  app.get(setUpBase, async (request, reply) => {
    const { at, setUp } = await openStep(deps, request);
    const step = nextStep(setUp);
    return goTo(reply, pathOf(at, step ?? 'done'));
  });

  app.get(`${setUpBase}/done`, async (request, reply) => {
    const { at, setUp } = await openStep(deps, request);
    if (!setUp.done.publish) return goTo(reply, settingsPaths.setUp(at.office.code));
    return page(reply, <PublishedView context={reply.pageContext()} at={at} plannerId={setUp.plannerId} />);
  });

  app.get(`${setUpBase}/details`, async (request, reply) => {
    const { at } = await openStep(deps, request);
    const record = await officeRecord(deps.db, at.office.id);
    const { address, email, phone } = record ?? { address: null, email: null, phone: null };
    const values = { address: address ?? '', email: email ?? '', phone: phone ?? '' };
    return page(reply, <DetailsStep {...frame(reply, at)} form={freshForm(request.language, values)} />);
  });

  app.post(`${setUpBase}/details`, async (request, reply) => {
    const { at } = await openStep(deps, request);
    const form = readForm(request, setUpDetailsSchema, wordsOf(request));
    if (!form.ok)
      return page(reply.code(form.status), <DetailsStep {...frame(reply, at)} form={again(request, form)} />);
    const record = await officeRecord(deps.db, at.office.id);
    await keepStep(deps, at, 'details', async (tx) => {
      const about = { officeId: at.office.id, accountId: at.viewer.accountId, now: at.now };
      return saveDetails(tx, { ...about, change: form.value, seen: record?.changedAt ?? null });
    });
    return goTo(reply, pathOf(at, 'hours'));
  });

  app.get(`${setUpBase}/hours`, async (request, reply) => {
    const { at, setUp } = await openStep(deps, request, 'hours');
    const values = hoursValues(setUp.hours ?? usualHours);
    return page(reply, <HoursStep {...frame(reply, at)} form={freshForm(request.language, values)} />);
  });

  app.post(`${setUpBase}/hours`, async (request, reply) => {
    const { at } = await openStep(deps, request, 'hours');
    const form = readForm(request, setUpHoursSchema, wordsOf(request));
    if (!form.ok) return page(reply.code(form.status), <HoursStep {...frame(reply, at)} form={again(request, form)} />);
    await keepStep(deps, at, 'hours', () => Promise.resolve({ ok: true }), { hours: form.value });
    return goTo(reply, pathOf(at, 'services'));
  });

  app.get(`${setUpBase}/services`, async (request, reply) => {
    const { at } = await openStep(deps, request, 'services');
    const there = await listOfferings(deps.db, at.office.id);
    const services = there.filter(({ active }) => active).map(({ serviceCode }) => serviceCode);
    return showServices(reply, at, freshForm(request.language, { services }));
  });

  app.post(`${setUpBase}/services`, async (request, reply) => {
    const { at } = await openStep(deps, request, 'services');
    const words = wordsOf(request);
    const form = readForm(request, setUpServicesSchema, words);
    if (!form.ok) return showServices(reply.code(form.status), at, again(request, form));
    const { office, viewer, now } = at;
    const saved = await keepStep(deps, at, 'services', (tx) =>
      saveServices(tx, { office, services: form.value.services, accountId: viewer.accountId, now }),
    );
    if (saved.ok) return goTo(reply, pathOf(at, 'planner'));
    const errors = [fieldError('services', 'unknown', request.language, words('unknown'))];
    return showServices(reply.code(422), at, again(request, { values: form.values, errors }));
  });

  addPlannerSteps(app, deps);

  async function showServices(reply: FastifyReply, at: AtOffice, form: FormState): Promise<FastifyReply> {
    const services = (await listServices(deps.db)).filter(({ kinds }) => kinds.includes(at.office.kind));
    return page(reply, <ServicesStep {...frame(reply, at)} form={form} services={services} />);
  }
}
