import { dayIn, shortDate } from '#platform/dates.ts';
import { ButtonLink, Button } from '#ui/button.tsx';
import { DayField } from '#ui/fields/date-field.tsx';
import { freshForm } from '#ui/fields/form.tsx';
import { Icon } from '#ui/icon.tsx';
import { Toolbar } from '#ui/toolbar.tsx';
import { deskPath } from '../../at-office.ts';
import { massPaths, withFields } from '../mass/mass-paths.ts';
import { agendaPath } from './agenda-path.ts';
import { lacksSomething } from './lacking.ts';
import { agendaTexts } from './agenda.text.ts';
import type { AgendaProps } from './agenda.view.tsx';

/** The way to another day, and the other look of this one. */
export function AgendaTools({ context, at, day, view, now, onlyLacking }: AgendaProps) {
  const { language } = context;
  const t = agendaTexts.for(language);
  const { office } = at;
  const before = day.date.subtract({ days: 1 });
  const after = day.date.add({ days: 1 });
  const today = dayIn(now, office.timeZone);
  const form = freshForm(language, { date: day.date.toString() });
  const other = view === 'list' ? 'hours' : 'list';
  return (
    <Toolbar label={t('tools')}>
      <nav class="d-flex flex-wrap gap-2" aria-label={t('days')}>
        <ButtonLink href={agendaPath(office, before, view)} kind="secondary" small icon="chevron-left">
          {shortDate(before, language)}
        </ButtonLink>
        {!day.date.equals(today) && (
          <ButtonLink href={agendaPath(office, today, view)} kind="secondary" small>
            {t('today')}
          </ButtonLink>
        )}
        <ButtonLink href={agendaPath(office, after, view)} kind="secondary" small>
          {shortDate(after, language)}
          <Icon name="chevron-right" />
        </ButtonLink>
      </nav>
      <form class="t-toolbar-day" action={deskPath(office, 'agenda')}>
        {view === 'list' && <input type="hidden" name="view" value="list" />}
        <DayField form={form} name="date" label={t('day')} />
        <Button kind="secondary">{t('go')}</Button>
      </form>
      {day.date.equals(today) && view === 'hours' && day.appointments.length > 0 && (
        <ButtonLink href="#now" kind="plain" icon="clock">
          {t('now')}
        </ButtonLink>
      )}
      <ButtonLink href={agendaPath(office, day.date, other)} kind="plain" icon="list">
        {other === 'list' ? t('asList') : t('byHour')}
      </ButtonLink>
      <ButtonLink href={`${deskPath(office, 'agenda/print')}?date=${day.date.toString()}`} kind="plain" icon="print">
        {t('onPaper')}
      </ButtonLink>
      <Lacking {...{ context, at, day, view, onlyLacking }} />
      {(at.may('cancel') || at.may('write-to-many')) && (
        <ButtonLink
          href={withFields(massPaths.select(office), [['from', day.date.toString()]])}
          kind="plain"
          icon="mail"
        >
          {t('many')}
        </ButtonLink>
      )}
    </Toolbar>
  );
}

/** How many still lack something that was asked for: the way to see only those, and back. */
function Lacking({ context, at, day, view, onlyLacking }: Omit<AgendaProps, 'now'>) {
  const t = agendaTexts.for(context.language);
  const count = day.appointments.filter(lacksSomething).length;
  if (count === 0) return null;
  const path = agendaPath(at.office, day.date, view);
  return (
    <ButtonLink href={onlyLacking ? path : `${path}&missing=yes`} kind="plain" icon="funnel">
      {onlyLacking ? t('showAll') : t('lacking', { count })}
    </ButtonLink>
  );
}
