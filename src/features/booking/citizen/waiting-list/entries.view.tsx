import { localText } from '#platform/language.ts';
import { ButtonLink } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { Layout } from '#ui/frame/layout.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { PageHeading } from '#ui/page-heading.tsx';
import type { Entry } from '../../waiting-list/entry.query.ts';
import { EntryBadge, Places, SeatCard, StillNeeded } from './entry-state.view.tsx';
import { myBookingsTexts } from '../account/my-bookings.text.ts';
import { entryTexts } from './entry.text.ts';

/** All lists somebody is on, with what waits for an answer; then those of the last month. */
export function EntriesView(props: { context: PageContext; entries: readonly Entry[]; now: Temporal.Instant }) {
  const { context, entries, now } = props;
  const { language } = context;
  const t = entryTexts.for(language);
  const isLive = ({ state }: Entry): boolean => state === 'waiting' || state === 'asleep';
  const live = entries.filter(isLive);
  const past = entries.filter((entry) => !isLive(entry));
  return (
    <Layout
      context={context}
      title={t('listTitle')}
      width="text"
      breadcrumb={[{ label: myBookingsTexts.for(language)('title'), href: '/bookings' }, { label: t('listTitle') }]}
    >
      <PageHeading title={t('listTitle')} lead={live.length > 0 ? t('listLead', { count: live.length }) : undefined} />
      {live.length === 0 && (
        <EmptyState icon="clock" title={t('emptyTitle')}>
          <p>{t('emptyText')}</p>
          <ButtonLink href="/">{t('find')}</ButtonLink>
        </EmptyState>
      )}
      {live.map((entry) => {
        const own = { context, entry, now, path: `/waiting-list/${entry.id}` };
        return (
          <section key={entry.id} aria-labelledby={`entry-${entry.id}`}>
            <h2 id={`entry-${entry.id}`}>{localText(entry.serviceName, language)}</h2>
            <p>
              <EntryBadge entry={entry} language={language} />
              <br />
              {localText(entry.officeName, language)}
            </p>
            <SeatCard {...own} />
            <StillNeeded {...own} />
            <Places entry={entry} now={now} language={language} />
            <p>
              <ButtonLink href={own.path} kind="secondary">
                {t('see')}
              </ButtonLink>
            </p>
          </section>
        );
      })}
      {past.length > 0 && <h2>{t('past')}</h2>}
      {past.map((entry) => (
        <Card key={entry.id} level={3} title={localText(entry.serviceName, language)}>
          <p>
            <EntryBadge entry={entry} language={language} />
            <br />
            {localText(entry.officeName, language)}
          </p>
          <a href={`/waiting-list/${entry.id}`} aria-label={`${t('see')}: ${localText(entry.serviceName, language)}`}>
            {t('see')}
          </a>
        </Card>
      ))}
    </Layout>
  );
}
