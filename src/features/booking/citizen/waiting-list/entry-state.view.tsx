import { clockTime, dayIn, dayMonthYear, longDate, monthName } from '#platform/dates.ts';
import { type Language, localText } from '#platform/language.ts';
import { Alert } from '#ui/alert.tsx';
import { Badge } from '#ui/badge.tsx';
import { Button, ButtonLink } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { ActionForm } from '#ui/fields/form.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { SummaryList } from '#ui/summary-list.tsx';
import { type Entry, openSeat, type Place, type SeatOffer } from '../../waiting-list/entry.query.ts';
import { answerWithin, placeKeptUntil } from '../../waiting-list/entry.rules.ts';
import { When } from '../hold/held-bar.view.tsx';
import { Until } from '../until.view.tsx';
import { entryTexts } from './entry.text.ts';
import { wishWords } from './wishes-fields.view.tsx';
import { wishesTexts } from './wishes.text.ts';

export interface EntryProps {
  readonly context: PageContext;
  readonly entry: Entry;
  readonly path: string;
  readonly now: Temporal.Instant;
}

export function EntryBadge({ entry, language }: { entry: Entry; language: Language }) {
  const tone = entry.state === 'waiting' ? 'success' : entry.state === 'asleep' ? 'warning' : 'neutral';
  return <Badge tone={tone}>{entryTexts.for(language)('badge', { state: entry.state })}</Badge>;
}

/** The seat that is kept, with its two answers. */
export function SeatCard({ context, entry, path, now }: EntryProps) {
  const { language, csrf } = context;
  const t = entryTexts.for(language);
  const seat = openSeat(entry, now);
  if (!seat) return null;
  return (
    <Card title={t('offerTitle')} icon="calendar" highlighted>
      <SeatFacts entry={entry} seat={seat} language={language} />
      <p>
        <AnswerBy entry={entry} seat={seat} language={language} />
      </p>
      <div class="t-actions">
        <ButtonLink href={`${path}/accept`} icon="check">
          {t('accept')}
        </ButtonLink>
        <ActionForm action={`${path}/decline`} csrf={csrf} language={language} hidden={{ offer: seat.id }}>
          <Button kind="secondary">{t('decline')}</Button>
        </ActionForm>
      </div>
      <p class="t-muted mt-3 mb-0">{t('declineWhy')}</p>
    </Card>
  );
}

export function SeatFacts(props: {
  entry: Entry;
  seat: SeatOffer;
  language: Language;
  more?: readonly { key: string; value: string }[];
}) {
  const { entry, seat, language, more = [] } = props;
  const t = entryTexts.for(language);
  const city = entry.officeKind === 'municipal' ? undefined : localText(seat.officeCity, language);
  const when = <When language={language} startsAt={seat.startsAt} zone={seat.timeZone} city={city} />;
  return (
    <SummaryList
      language={language}
      rows={[
        { key: t('seat'), value: <strong>{when}</strong> },
        { key: t('service'), value: localText(entry.serviceName, language) },
        { key: t('office'), value: localText(seat.officeName, language) },
        ...more,
      ]}
    />
  );
}

/** By when the seat has to be answered, and that it is kept till then. */
export function AnswerBy({ entry, seat, language }: { entry: Entry; seat: SeatOffer; language: Language }) {
  const t = entryTexts.for(language);
  const city = entry.officeKind === 'municipal' ? undefined : localText(seat.officeCity, language);
  return (
    <>
      {t('answerBy')} <Until language={language} instant={seat.expiresAt} zone={seat.timeZone} city={city} />.{' '}
      {t('keptTillThen')}
    </>
  );
}

/** A question that waits for an answer: whether it is still needed, or whether to wake up. */
export function StillNeeded({ context, entry, path }: EntryProps) {
  const { language, csrf } = context;
  const t = entryTexts.for(language);
  const day = (instant: Temporal.Instant) => longDate(dayIn(instant, entry.timeZone), language);
  const yes = (
    <ActionForm action={`${path}/needed`} csrf={csrf} language={language}>
      <Button icon="check">{t('needed')}</Button>
    </ActionForm>
  );
  if (entry.state === 'asleep') {
    const why = entry.asleepWhy ?? 'unanswered';
    return (
      <Alert language={language} tone="warning" title={t('asleepTitle')}>
        <p>{t('asleep', { why, until: day(placeKeptUntil(entry.stateAt)) })}</p>
        {why === 'days-over' ? <ButtonLink href={`${path}/wishes`}>{t('change')}</ButtonLink> : yes}
      </Alert>
    );
  }
  if (entry.state !== 'waiting' || entry.askedAt === null) return null;
  return (
    <Alert language={language} tone="warning" title={t('neededTitle')}>
      <p>{t('neededText', { until: day(entry.askedAt.add(answerWithin)) })}</p>
      {yes}
    </Alert>
  );
}

/** The place as a big number, who is ahead, and when about. */
export function Places({ entry, now, language }: { entry: Entry; now: Temporal.Instant; language: Language }) {
  const t = entryTexts.for(language);
  if (entry.state !== 'waiting') return null;
  return (
    <>
      <div class="row g-4 mb-3">
        {entry.places.map((place) => (
          <div class="col-12 col-md-6" key={place.offeringId}>
            <PlaceCard place={place} entry={entry} now={now} language={language} />
          </div>
        ))}
      </div>
      <p class="t-muted">{t('aheadWhy')}</p>
    </>
  );
}

function PlaceCard(props: { place: Place; entry: Entry; now: Temporal.Instant; language: Language }) {
  const { place, entry, now, language } = props;
  const t = entryTexts.for(language);
  const { weeks } = place;
  const label =
    entry.places.length === 1 ? t('place') : t('placeAt', { office: localText(place.officeName, language) });
  const then = now.toZonedDateTimeISO(entry.timeZone).add({ weeks: weeks ?? 0 });
  const month = monthName(then.toPlainDate().toPlainYearMonth(), language);
  return (
    <Card>
      <p class="mb-1">{label}</p>
      <p class="t-place">{place.ahead + 1}</p>
      <p class="mb-1">{t('ahead', { count: place.ahead })}</p>
      <p class="mb-0">{weeks === undefined ? t('noForecast') : t('forecast', { weeks, month })}</p>
    </Card>
  );
}

/** What was asked for, since when and where. */
export function EntryFacts({ entry, path, language }: { entry: Entry; path: string; language: Language }) {
  const t = entryTexts.for(language);
  const since = entry.requestedAt;
  const day = dayMonthYear(dayIn(since, entry.timeZone), language);
  const offices = entry.places.map(({ officeName }) => localText(officeName, language)).join(', ');
  const isLive = entry.state === 'waiting' || entry.state === 'asleep';
  return (
    <SummaryList
      language={language}
      rows={[
        { key: t('office'), value: offices },
        {
          key: wishesTexts.for(language)('wishes'),
          value: wishWords(entry.wishes, language),
          ...(isLive && { change: `${path}/wishes` }),
        },
        { key: t('since'), value: t('sinceAt', { day, time: clockTime(since, entry.timeZone) }) },
      ]}
    />
  );
}
