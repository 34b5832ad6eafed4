import { localText } from '#platform/language.ts';
import { dayOfMonth } from '#ui/calendar/weekdays.ts';
import { timesTexts } from './times.text.ts';
import type { NoTimes, TimesPageProps } from './times.view.tsx';

/** Why a day has nothing to choose, as a heading. */
export function noneTitle({ context, closed }: TimesPageProps, none: NoTimes): string {
  const t = timesTexts.for(context.language);
  switch (none) {
    case 'full':
      return t('full');
    case 'closed':
      return t('closed', { reason: closed ? localText(closed, context.language) : '' });
    case 'past':
      return t('past');
    case 'beyond':
      return t('beyond');
    case 'bad-date':
      return t('badDate');
    case 'not-bookable':
      return t('notBookable');
  }
}

/** And what to do. */
export function noneLead({ context, free, party }: TimesPageProps, none: NoTimes): string | undefined {
  const t = timesTexts.for(context.language);
  switch (none) {
    case 'full':
      return party > 1 ? `${t('fullParty', { party })} ${t('fullAbout')}` : t('fullAbout');
    case 'beyond':
      return free.horizonEnd ? t('beyondAbout', { day: dayOfMonth(free.horizonEnd, context.language) }) : undefined;
    case 'bad-date':
      return t('badDateAbout');
    case 'past':
    case 'closed':
    case 'not-bookable':
      return undefined;
  }
}
