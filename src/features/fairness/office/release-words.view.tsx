import { daysWords } from '#features/planner/index.ts';
import { clockTime, dayIn, shortDate } from '#platform/dates.ts';
import type { Language } from '#platform/language.ts';
import { Badge } from '#ui/badge.tsx';
import { fairnessTexts } from '../report/fairness.text.ts';
import type { OfficeRelease } from './releases.query.ts';
import { officeReleasesTexts } from './releases.text.ts';

/** Whether people wait, and how they are put in order. */
export function RoomBadge({ release, language }: { release: OfficeRelease; language: Language }) {
  const t = officeReleasesTexts.for(language);
  const { room } = release;
  if (release.cancelledAt) return <Badge tone="warning">{t('cancelled')}</Badge>;
  if (room === null) return release.soldOutAt ? <Badge tone="neutral">{t('soldOut')}</Badge> : null;
  const tone = room.state === 'ended' ? 'neutral' : room.state === 'announced' ? 'info' : 'warning';
  return (
    <>
      <Badge tone={tone}>{t(`state.${room.state}`)}</Badge>
      <Badge tone="info" icon="list">
        {fairnessTexts.for(language)(`ordering.${room.ordering}`)}
      </Badge>
    </>
  );
}

/** When it opens, in words. */
export function whenWords({ opensAt }: Pick<OfficeRelease, 'opensAt'>, zone: string, language: Language): string {
  const day = dayIn(opensAt, zone);
  return `${shortDate(day, language)} ${day.year}, ${clockTime(opensAt, zone)}`;
}

export function aboutWords(release: OfficeRelease, language: Language): string {
  const t = officeReleasesTexts.for(language);
  const { day, lastDay } = release;
  const planners = release.planners.join(', ');
  if (day === null || lastDay === null) return `${planners}: ${t('withoutRelease')}`;
  return `${planners}, ${t('days', { days: daysWords({ day, lastDay }, language) })}`;
}
