import { type Language, localText } from '#platform/language.ts';
import { Alert } from '#ui/alert.tsx';
import { Actions, ButtonLink } from '#ui/button.tsx';
import { Layout } from '#ui/frame/layout.tsx';
import { PageHeading } from '#ui/page-heading.tsx';
import type { Entry } from '../../waiting-list/entry.query.ts';
import { EntryBadge, EntryFacts, type EntryProps, Places, SeatCard, StillNeeded } from './entry-state.view.tsx';
import { myBookingsTexts } from '../account/my-bookings.text.ts';
import { entryTexts } from './entry.text.ts';

/** What the page before this one did. */
export type EntryNews = 'joined' | 'saved' | 'declined' | 'awake' | 'gone' | 'stale' | 'already-booked';

export const entryNews: readonly EntryNews[] = [
  'joined',
  'saved',
  'declined',
  'awake',
  'gone',
  'stale',
  'already-booked',
];

/** One entry: where it stands, the seat it is offered, and what its person can do. */
export function EntryView(props: EntryProps & { news: EntryNews | undefined; reason: string | undefined }) {
  const { context, entry, path, now, news, reason } = props;
  const { language } = context;
  const t = entryTexts.for(language);
  const isLive = entry.state === 'waiting' || entry.state === 'asleep';
  // Who came by the link of an e-mail has no list of appointments to go back to.
  const crumbs = context.user
    ? [
        { label: myBookingsTexts.for(language)('title'), href: '/bookings' },
        { label: localText(entry.serviceName, language) },
      ]
    : undefined;
  return (
    <Layout context={context} title={t('listTitle')} width="text" breadcrumb={crumbs}>
      <PageHeading
        title={localText(entry.serviceName, language)}
        kicker={t('listTitle')}
        aside={<EntryBadge entry={entry} language={language} />}
      />
      {news && <News news={news} language={language} />}
      {isLive && !entry.isOn && (
        <Alert language={language} tone="warning" title={t('off')}>
          <p class="mb-0">{t('offText')}</p>
        </Alert>
      )}
      <SeatCard {...props} />
      <StillNeeded {...props} />
      {!isLive && <Over entry={entry} reason={reason} language={language} />}
      {entry.isOn && <Places entry={entry} now={now} language={language} />}
      {isLive && entry.text && <p>{localText(entry.text, language)}</p>}
      <EntryFacts entry={entry} path={path} language={language} />
      {isLive && (
        <>
          <Actions>
            <ButtonLink href={`${path}/wishes`} kind="secondary">
              {t('change')}
            </ButtonLink>
            <ButtonLink href={`${path}/leave`} kind="danger">
              {t('leave')}
            </ButtonLink>
          </Actions>
          <h2 class="h3">{t('next')}</h2>
          <ul>
            {t('nextSteps')
              .split('|')
              .map((step) => (
                <li key={step}>{step}</li>
              ))}
          </ul>
        </>
      )}
    </Layout>
  );
}

function News({ news, language }: { news: EntryNews; language: Language }) {
  const t = entryTexts.for(language);
  switch (news) {
    case 'joined':
      return (
        <Alert language={language} tone="success" live title={t('joined')}>
          <p class="mb-0">{t('joinedText')}</p>
        </Alert>
      );
    case 'gone':
      return (
        <Alert language={language} tone="warning" live title={t('gone')}>
          <p class="mb-0">{t('goneText')}</p>
        </Alert>
      );
    case 'stale':
      return <Alert language={language} tone="warning" live title={t('stale')} />;
    case 'already-booked':
      return <Alert language={language} tone="warning" live title={t('alreadyBooked')} />;
    case 'saved':
    case 'declined':
    case 'awake':
      return <Alert language={language} tone="success" live title={t(news)} />;
  }
}

function Over({ entry, reason, language }: { entry: Entry; reason: string | undefined; language: Language }) {
  const t = entryTexts.for(language);
  return (
    <Alert language={language} tone="info" title={t('over', { state: entry.state })}>
      {reason && <p>{t('reason', { reason })}</p>}
      {entry.bookingCode ? (
        <ButtonLink href={`/bookings/${entry.bookingCode}`}>{t('seeBooking')}</ButtonLink>
      ) : (
        entry.state !== 'booked' && (
          <ButtonLink href={`/offices/${entry.officeCode}/${entry.serviceCode}/waiting-list`} kind="secondary">
            {t('joinAgain')}
          </ButtonLink>
        )
      )}
    </Alert>
  );
}
