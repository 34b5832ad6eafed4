import { Alert } from '#ui/alert.tsx';
import type { DayOffers } from '../day-offers.query.ts';
import { dayOffersTexts } from './day-offers.text.ts';
import type { PlannerPageProps } from './planner-page.ts';

const order = ['offered', 'accepted', 'declined', 'expired', 'no-seat'] as const;

/** How the offers of other seats are going, and where the answers come in; nothing when none was made. */
export function DayOffersState({ context, at, offers }: PlannerPageProps & { offers: DayOffers }) {
  const { language } = context;
  const t = dayOffersTexts.for(language);
  const shown = order.filter((state) => offers[state] > 0);
  if (shown.length === 0) return null;
  return (
    <Alert language={language} tone="info" title={t('title')}>
      <ul>
        {shown.map((state) => (
          <li key={state}>{t(state, { count: offers[state] })}</li>
        ))}
      </ul>
      <a href={`/office/${at.office.code}/to-do`}>{t('toDo')}</a>
    </Alert>
  );
}
