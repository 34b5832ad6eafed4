import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { audit } from '#features/audit/index.ts';
import { namesOperator, setNamesOperator } from '#features/offices/index.ts';
import type { Deps } from '#platform/deps.ts';
import { readForm } from '#platform/http/form.ts';
import { goTo, page } from '#platform/http/page.ts';
import { queryText } from '#platform/http/query.ts';
import { transact } from '#platform/transaction.ts';
import { type FormState, freshForm } from '#ui/fields/form.tsx';
import { type AtOffice, deskPath, type OfficeParams, openDesk } from '../../at-office.ts';
import { NamingView } from './naming.view.tsx';

const namingForm = z.object({ name: z.enum(['office', 'operator'], 'required-choice') });

/** `/office/:office/queue/naming`: whose name people read when their booking is taken in charge. */
export function addNamingPage(app: FastifyInstance, deps: Deps): void {
  const address = '/office/:office/queue/naming';

  app.get(address, async (request: FastifyRequest<OfficeParams>, reply) => {
    const at = await openDesk(deps, request, 'edit-office');
    const names = await namesOperator(deps.db, at.office.id);
    const form = freshForm(request.language, { name: names ? 'operator' : 'office' });
    return show(reply, at, form, queryText(request.query, 'done') === 'yes');
  });

  app.post(address, async (request: FastifyRequest<OfficeParams>, reply) => {
    const at = await openDesk(deps, request, 'edit-office');
    const form = readForm(request, namingForm);
    const { language } = request;
    if (!form.ok)
      return show(reply.code(form.status), at, { language, values: form.values, errors: form.errors }, false);
    await transact(deps.db, async (tx) => {
      await setNamesOperator(tx, { officeId: at.office.id, names: form.value.name === 'operator' });
      const entry = { action: 'set-operator-names', subject: null, detail: { name: form.value.name } };
      await audit(tx, { at: deps.clock.now(), accountId: at.viewer.accountId, officeId: at.office.id, ...entry });
      return { ok: true };
    });
    return goTo(reply, `${deskPath(at.office, 'queue/naming')}?done=yes`);
  });

  function show(reply: FastifyReply, at: AtOffice, form: FormState, saved: boolean): FastifyReply {
    return page(reply, <NamingView context={reply.pageContext()} at={at} form={form} saved={saved} />);
  }
}
