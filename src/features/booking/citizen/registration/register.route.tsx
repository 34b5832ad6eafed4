import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Deps } from '#platform/deps.ts';
import { type FormValues, formValue, readForm } from '#platform/http/form.ts';
import { goTo, page } from '#platform/http/page.ts';
import type { FieldError } from '#platform/http/problem.ts';
import { queryText } from '#platform/http/query.ts';
import { eligibilityBox } from '../../eligibility/eligibility-box.tsx';
import { registrationsOf } from '../../registration-draw/own-registration.query.ts';
import { type DrawAt, drawAt, registerPath } from './door.ts';
import { foreseen } from './facts.ts';
import { preferenceQuery, readPreferences, valuesOfQuery } from './preferences.form.ts';
import { RegisterView } from './register.view.tsx';

const anything = z.record(z.string(), z.unknown());

/** `/releases/:release/register`: the draw, and the wishes of somebody who registers; the login comes after them. */
export function addRegisterPage(app: FastifyInstance, deps: Deps): void {
  app.get('/releases/:release/register', async (request, reply) => {
    const at = await drawAt(deps, request);
    const values = valuesOfQuery(request.query, at.places);
    const wantsPreview = queryText(request.query, 'preview') !== '';
    return show(request, reply, at, { values, errors: [] }, wantsPreview);
  });

  app.post('/releases/:release/register', async (request, reply) => {
    const at = await drawAt(deps, request);
    const form = readForm(request, anything);
    if (!form.ok) return show(request, reply.code(form.status), at, form);
    if (at.stage !== 'open' || at.places.length === 0) return goTo(reply, registerPath(at.draw));
    const read = readPreferences(form.values, { ...at, language: request.language });
    if (!read.ok) return show(request, reply.code(422), at, { values: form.values, errors: read.errors });
    const query = `${preferenceQuery(form.values)}&service=${at.places[0]?.serviceCode ?? ''}`;
    if (formValue(form.values, 'go') === 'preview')
      return goTo(reply, registerPath(at.draw, `?${query}&another=1&preview=1#wishes`));
    return goTo(reply, registerPath(at.draw, `/people?${query}`));
  });

  async function show(
    request: FastifyRequest,
    reply: FastifyReply,
    at: DrawAt,
    { values, errors }: { values: FormValues; errors: readonly FieldError[] },
    wantsPreview = false,
  ): Promise<FastifyReply> {
    const { viewer, language } = request;
    const { roomId } = at.draw;
    const own = viewer ? await registrationsOf(deps.db, deps.secrets, { roomId, accountId: viewer.accountId }) : [];
    const read = readPreferences(values, { ...at, language });
    const box = at.offering ? await eligibilityBox(deps, request, at.offering) : undefined;
    const preview = wantsPreview && read.ok ? foreseen({ ...at, weight: 1, isIn: false }, read.preferences) : undefined;
    const another = queryText(request.query, 'another') !== '' || errors.length > 0;
    return page(
      reply,
      <RegisterView
        context={reply.pageContext()}
        {...{ at, own, preview, another }}
        news={box?.news}
        form={{ language, values, errors }}
      />,
    );
  }
}
