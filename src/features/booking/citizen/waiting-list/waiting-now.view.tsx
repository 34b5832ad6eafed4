import { localText } from '#platform/language.ts';
import { ButtonLink } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { type Entry, openSeat } from '../../waiting-list/entry.query.ts';
import { EntryBadge, SeatCard, StillNeeded } from './entry-state.view.tsx';
import { entryTexts } from './entry.text.ts';

/** What somebody waits for, on the page of their appointments: seats to answer first, then the places. */
export function WaitingNow(props: { context: PageContext; entries: readonly Entry[]; now: Temporal.Instant }) {
  const { context, entries, now } = props;
  const { language } = context;
  const t = entryTexts.for(language);
  if (entries.length === 0) return null;
  return (
    <section aria-labelledby="waiting-lists">
      <h2 id="waiting-lists">{t('listTitle')}</h2>
      {entries.map((entry) => {
        const path = `/waiting-list/${entry.id}`;
        const own = { context, entry, now, path };
        const [place] = entry.places;
        return (
          <div key={entry.id}>
            <SeatCard {...own} />
            <StillNeeded {...own} />
            {!openSeat(entry, now) && (
              <Card level={3} title={localText(entry.serviceName, language)}>
                <p>
                  <EntryBadge entry={entry} language={language} />
                  <br />
                  {localText(entry.officeName, language)}
                </p>
                {entry.state === 'waiting' && place && (
                  <p>
                    {t('place')}: <strong>{place.ahead + 1}</strong>. {t('ahead', { count: place.ahead })}
                  </p>
                )}
                <ButtonLink href={path} kind="secondary">
                  {t('see')}
                </ButtonLink>
              </Card>
            )}
          </div>
        );
      })}
    </section>
  );
}
