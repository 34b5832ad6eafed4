import type { FastifyInstance, FastifyReply } from 'fastify';
import type QRCode from 'qrcode';
import { z } from 'zod';
import type { Deps } from '#platform/deps.ts';
import { fieldError, readForm } from '#platform/http/form.ts';
import { goTo, page } from '#platform/http/page.ts';
import { loadLater } from '#platform/load-later.ts';
import { transact } from '#platform/transaction.ts';
import { type FormState, freshForm } from '#ui/fields/form.tsx';
import type { Limits } from '../../limits.ts';
import { appBeingSetUp, beginApp, confirmApp } from '../../second-factor/app.ts';
import { appAddress } from '../../second-factor/totp.ts';
import { nextIn, nextOf, withNext } from '../next-path.tsx';
import { AppView, type ShownSecret } from './app.view.tsx';
import { afterAdding } from './after-adding.tsx';
import { overviewPath } from './frame.view.tsx';
import { openOwnFactors, type OwnFactors, passwordFaultOf } from './own-factors.ts';
import { secondFactorTexts } from './second-factor.text.ts';

const path = `${overviewPath}/app`;
const qrcode = loadLater<typeof QRCode>('qrcode');

const form = z.object({
  step: z.enum(['start', 'confirm']),
  current: z.string().max(1_000).default(''),
  code: z
    .string()
    .default('')
    .transform((typed) => typed.replace(/\s/g, '')),
  next: z.string().optional(),
});

/** `/profile/second-factor/app`: an app for codes, scanned and tried before it counts. */
export function addAppPage(app: FastifyInstance, deps: Deps, limits: Limits): void {
  app.get(path, async (request, reply) => {
    const own = await openOwnFactors(deps, request);
    return show(reply, own, freshForm(request.language), nextOf(request.query));
  });

  app.post(path, { preHandler: limits.prove }, async (request, reply) => {
    const own = await openOwnFactors(deps, request);
    const { language } = request;
    const read = readForm(request, form);
    const next = nextIn(read.values);
    if (!read.ok) return show(reply.code(read.status), own, { language, ...read }, next);
    const wanted = { accountId: own.viewer.accountId, secrets: deps.secrets, now: deps.clock.now() };
    if (read.value.step === 'start') {
      const fault = await passwordFaultOf(deps, request, own, read.value.current);
      if (fault) return show(reply.code(422), own, { language, values: read.values, errors: [fault] }, next);
      await beginApp(deps.db, wanted);
      return goTo(reply, withNext(path, next));
    }
    const confirmed = await transact(deps.db, (tx) => confirmApp(tx, { ...wanted, code: read.value.code }));
    if (confirmed.ok) return afterAdding(deps, { request, reply, own, next, done: 'doneApp' });
    const t = secondFactorTexts.for(language);
    const isGone = confirmed.reason === 'gone';
    const error = fieldError(isGone ? '' : 'code', confirmed.reason, language, t(isGone ? 'appGone' : 'wrong'));
    return show(reply.code(422), own, { language, values: { next: next ?? '' }, errors: [error] }, next);
  });

  async function show(reply: FastifyReply, own: OwnFactors, state: FormState, next: string | undefined) {
    const { viewer, asksPassword } = own;
    const shown = await secretToShow(viewer);
    const props = { context: reply.pageContext(), form: state, next, email: viewer.email, asksPassword, shown };
    return page(reply, <AppView {...props} />);
  }

  async function secretToShow(viewer: OwnFactors['viewer']): Promise<ShownSecret | undefined> {
    const { accountId } = viewer;
    const secret = await appBeingSetUp(deps.db, { accountId, secrets: deps.secrets, now: deps.clock.now() });
    if (secret === undefined) return undefined;
    const address = appAddress(secret, viewer.email || `${viewer.givenName} ${viewer.familyName}`);
    const svg = await qrcode().toString(address, { type: 'svg', margin: 2, errorCorrectionLevel: 'M' });
    return { secret, address, picture: `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}` };
  }
}
