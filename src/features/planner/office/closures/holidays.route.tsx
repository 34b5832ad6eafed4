import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Deps } from '#platform/deps.ts';
import { readForm } from '#platform/http/form.ts';
import { goTo, page } from '#platform/http/page.ts';
import { freshForm } from '#ui/fields/form.tsx';
import { type AtOffice, openOfficeToPlan } from '../../at-office.ts';
import { type HolidaySuggestion, holidaySuggestions } from '../../calendar/holiday-suggestions.query.ts';
import { askedValues } from './asked-change.ts';
import { choices } from '../form-fields.ts';
import { holidaysTexts } from './holidays.text.ts';
import { HolidaysView } from './holidays.view.tsx';
import { faultWords } from '../fault-words.ts';
import { plannerPaths } from '../paths.ts';

/** Of the days that stood there to be ticked: they go into an address, which has no room for anything else. */
function chosenDays(offered: readonly string[]) {
  const known = choices.transform((days) => offered.filter((day) => days.includes(day)));
  return z.object({ day: known.refine((days) => days.length > 0, 'required-choice') });
}

/** The holidays on which the office is not closed yet. The page writes nothing: it leads on to the preview. */
export function addHolidayPages(app: FastifyInstance, deps: Deps): void {
  app.get('/office/:office/closures/holidays', async (request, reply) => {
    const at = await openOfficeToPlan(deps, request);
    const suggestions = await ofYear(at);
    // A consulate keeps some of the Italian holidays, which ones is its own choice.
    const likely = suggestions.filter(({ sure, from }) => sure && from !== 'italy').map(({ day }) => day.toString());
    const form = freshForm(request.language, { day: likely });
    return page(reply, <HolidaysView context={reply.pageContext()} at={at} suggestions={suggestions} form={form} />);
  });

  app.post('/office/:office/closures/holidays', async (request, reply) => {
    const at = await openOfficeToPlan(deps, request);
    const { language } = request;
    const suggestions = await ofYear(at);
    const schema = chosenDays(suggestions.map(({ day }) => day.toString()));
    const form = readForm(request, schema, faultWords(holidaysTexts, language, ['required-choice']));
    const { values } = form;
    if (form.ok) {
      const query = new URLSearchParams(askedValues('holidays', form.value)).toString();
      return goTo(reply, `${plannerPaths.changePreview(at.office.code)}?${query}`);
    }
    return page(
      reply.code(form.status),
      <HolidaysView
        context={reply.pageContext()}
        at={at}
        suggestions={suggestions}
        form={{ language, values, errors: form.errors }}
      />,
    );
  });

  function ofYear({ office, today }: AtOffice): Promise<HolidaySuggestion[]> {
    return holidaySuggestions(deps.db, { officeId: office.id, from: today, to: today.add({ years: 1 }) });
  }
}
