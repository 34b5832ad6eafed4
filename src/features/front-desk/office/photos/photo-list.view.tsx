import { photoTexts, type QueuedPhoto, VerdictBadge } from '#features/booking/index.ts';
import { clockTime, dayIn, dayMonthYear } from '#platform/dates.ts';
import { localText } from '#platform/language.ts';
import { Badge } from '#ui/badge.tsx';
import { Table } from '#ui/table.tsx';
import { decideTexts } from './decide.text.ts';
import { placeWords, photosPath } from './photos-path.ts';
import { photosTexts } from './photos.text.ts';
import type { PhotosProps } from './photos.view.tsx';

/** All of the same kind, each a way to its photo. */
export function PhotoList(props: PhotosProps) {
  const { context, at, look, counts, rows, shown } = props;
  const { language } = context;
  const t = photosTexts.for(language);
  const zone = at.office.timeZone;
  const isShown = ({ code, position }: QueuedPhoto): boolean =>
    code === shown?.booking.code && position === shown.person.position;
  const rest = counts[look.view] - rows.length;
  if (rows.length === 0 || (rows.length === 1 && rows.every(isShown))) return null;
  const caption = t(look.view === 'decided' ? 'listDecided' : 'list');
  return (
    <section class="mt-4" aria-labelledby="all-photos">
      <h2 id="all-photos" class="h4">
        {caption}
      </h2>
      <Table
        dense
        caption={caption}
        columns={[{ label: t('who') }, { label: t('when') }, { label: t('state') }]}
        rows={rows.map((row) => ({
          key: placeWords(row),
          tone: isShown(row) ? 'muted' : undefined,
          cells: [
            <a
              href={photosPath(at.office, { ...look, at: row })}
              aria-current={isShown(row) ? 'true' : undefined}
              translate={false}
            >
              {row.name}
            </a>,
            `${dayMonthYear(dayIn(row.startsAt, zone), language)}, ${clockTime(row.startsAt, zone)} · ${localText(row.serviceName, language)}`,
            <State row={row} {...props} />,
          ],
        }))}
      />
      {rest > 0 && <p class="t-muted">{t('rest', { count: rest })}</p>}
    </section>
  );
}

function State({ row, context: { language } }: PhotosProps & { row: QueuedPhoto }) {
  const t = decideTexts.for(language);
  if (row.outcome === 'another-asked') return <Badge tone="warning">{t('another-asked')}</Badge>;
  if (row.outcome) return <Badge tone="success">{t(row.outcome)}</Badge>;
  return row.verdict ? (
    <VerdictBadge verdict={row.verdict} language={language} />
  ) : (
    <>{photoTexts.for(language)('none')}</>
  );
}
