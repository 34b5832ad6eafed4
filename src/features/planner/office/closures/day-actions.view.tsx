import { Actions, ButtonLink } from '#ui/button.tsx';
import { calendarDayTexts } from './calendar-day.text.ts';
import { plannerPaths } from '../paths.ts';
import type { CalendarDayProps } from './calendar-day-props.ts';

/** What can be planned for the day. */
export function DayActions({ context, at, day }: CalendarDayProps) {
  const t = calendarDayTexts.for(context.language);
  const { code } = at.office;
  const iso = day.day.toString();
  // A closed day is opened again above, beside what closes it.
  const isClosed = day.state === 'closed';
  return (
    <Actions>
      {!isClosed && (
        <>
          <ButtonLink href={`${plannerPaths.newClosure(code)}?firstDay=${iso}`} icon="ban">
            {t('closeDay')}
          </ButtonLink>
          <ButtonLink href={`${plannerPaths.newClosure(code)}?firstDay=${iso}#starts`} kind="secondary" icon="clock">
            {t('closeHours')}
          </ButtonLink>
        </>
      )}
      <ButtonLink href={`${plannerPaths.newExtraOpening(code)}?firstDay=${iso}`} kind="secondary" icon="plus">
        {t('openExtra')}
      </ButtonLink>
    </Actions>
  );
}
