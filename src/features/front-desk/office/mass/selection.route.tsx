import type { FastifyInstance, FastifyRequest } from 'fastify';
import { countSelection, listSelection, selectionChoices } from '#features/booking/index.ts';
import { dayIn } from '#platform/dates.ts';
import type { Deps } from '#platform/deps.ts';
import { page } from '#platform/http/page.ts';
import { pageNumber } from '#platform/http/page-number.ts';
import { noteReading, type OfficeParams, openDesk } from '../../at-office.ts';
import { onPage, readSelection } from './selection.form.ts';
import { SelectionView } from './selection.view.tsx';
import { textsSent } from './texts-sent.ts';

/** `/office/:office/mass/new`: which bookings, before saying what is done to them. */
export function addSelectionPage(app: FastifyInstance, deps: Deps): void {
  app.get('/office/:office/mass/new', async (request: FastifyRequest<OfficeParams>, reply) => {
    const at = await openDesk(deps, request, 'cancel', 'write-to-many');
    const { id: officeId, timeZone } = at.office;
    const now = deps.clock.now();
    const { language } = request;
    const asked = readSelection(textsSent(request.query), { officeId, today: dayIn(now, timeZone), language });
    const { selection, errors } = asked;
    // The ticks of a page narrow down what follows, not the list they are made on.
    const whole = { ...selection, codes: undefined };
    const wanted = pageNumber(request.query);
    const [count, choices] = [await countSelection(deps.db, whole), await selectionChoices(deps.db, officeId)];
    const number = Math.min(wanted, Math.max(1, Math.ceil(count.count / onPage)));
    const bookings =
      errors.length > 0 ? [] : await listSelection(deps.db, whole, { skip: (number - 1) * onPage, most: onPage });
    const detail = { bookings: bookings.map(({ id }) => id) };
    await noteReading(deps, at, { action: 'see-selection', subject: `day:${selection.from.toString()}`, detail });
    return page(
      reply.code(errors.length > 0 ? 422 : 200),
      <SelectionView
        context={reply.pageContext()}
        at={at}
        asked={asked}
        count={count}
        choices={choices}
        bookings={bookings}
        number={number}
      />,
    );
  });
}
