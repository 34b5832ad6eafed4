import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Booking } from '#features/booking/index.ts';
import type { Deps } from '#platform/deps.ts';
import { formValue, readForm } from '#platform/http/form.ts';
import { goTo, page } from '#platform/http/page.ts';
import { type AtOffice, noteReading, type OfficeParams, openDesk } from '../at-office.ts';
import { findFromDesk } from '../find-from-desk.ts';
import { DeskSearchView } from './search.view.tsx';

const anything = z.object({});

/**
 * `/office/:office/search`: by the beginning of a surname, by code, by codice fiscale, or by what a scanner reads from a
 * QR code. What is looked for is sent and answered at once: in an address it would stay in histories and logs.
 */
export function addSearchPage(app: FastifyInstance, deps: Deps): void {
  app.get('/office/:office/search', async (request: FastifyRequest<OfficeParams>, reply) => {
    const at = await openDesk(deps, request, 'see-booking');
    return page(
      reply,
      <DeskSearchView context={reply.pageContext()} at={at} text="" found={undefined} now={deps.clock.now()} />,
    );
  });

  app.post('/office/:office/search', async (request: FastifyRequest<OfficeParams>, reply) => {
    const at = await openDesk(deps, request, 'see-booking');
    const form = readForm(request, anything);
    const text = formValue(form.values, 'q').trim().slice(0, 200);
    // The language switch sends the form too: the same people, in the other language.
    const found = request.csrfValid ? await search(at, text) : undefined;
    const [only, ...others] = found ?? [];
    // One booking is what was looked for; only the switch of language stays on this page.
    if (form.ok && only && others.length === 0) return goTo(reply, `/office/${only.officeCode}/bookings/${only.code}`);
    const [stale] = form.ok ? [] : form.errors;
    return page(
      reply.code(form.ok ? 200 : form.status),
      <DeskSearchView
        context={reply.pageContext()}
        at={at}
        text={text}
        found={found}
        now={deps.clock.now()}
        stale={stale?.message}
      />,
    );
  });

  /** undefined when too little was typed. */
  async function search(at: AtOffice, text: string): Promise<Booking[] | undefined> {
    if (!/[\p{L}\d].*[\p{L}\d]/u.test(text)) return undefined;
    const found = await findFromDesk(deps, at, text);
    // What was typed is a person's data: only what it led to is written down.
    const detail = { bookings: found.map((booking) => booking.id) };
    await noteReading(deps, at, { action: 'search-bookings', subject: null, detail });
    return found;
  }
}
