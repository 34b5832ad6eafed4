import { withArticle } from '#platform/dates.ts';
import type { Language } from '#platform/language.ts';
import { Actions, ButtonLink } from '#ui/button.tsx';
import { Table } from '#ui/table.tsx';
import { weekdays } from '#ui/weekdays.ts';
import type { WeekPreview } from '../week-preview.rules.ts';
import { plannerTexts } from './planner.text.ts';

/** Seats of a week by day and hour, with a way to the weeks beside it. */
export function WeekTable(props: { language: Language; week: WeekPreview; address: string }) {
  const { language, week, address } = props;
  const t = plannerTexts.for(language);
  const { monday, hours, totals } = week;
  const names = weekdays(language);
  const caption = t('weekCaption', {
    from: withArticle('dal', monday, language),
    to: withArticle('al', monday.add({ days: 6 }), language),
  });
  const seats = (row: readonly number[]) => row.map((count) => (count === 0 ? '–' : count));
  const days = names.map(({ short }, index) => ({
    label: `${short} ${monday.add({ days: index }).day}`,
    numeric: true,
  }));
  return (
    <>
      {hours.length === 0 ? (
        <p class="t-muted">
          {caption}. {t('weekEmpty')}
        </p>
      ) : (
        <Table
          caption={caption}
          showCaption
          dense
          columns={[{ label: t('hour') }, ...days, { label: t('total'), numeric: true }]}
          rows={[
            ...hours.map(({ hour, seats: row }) => ({
              key: String(hour),
              cells: [`${String(hour).padStart(2, '0')}:00`, ...seats(row), sum(row)],
            })),
            { key: 'total', tone: 'marked' as const, cells: [t('total'), ...seats(totals), sum(totals)] },
          ]}
        />
      )}
      <Actions>
        <ButtonLink
          href={`${address}?week=${monday.subtract({ days: 7 }).toString()}`}
          kind="plain"
          icon="chevron-left"
          small
        >
          {t('previousWeek')}
        </ButtonLink>
        <ButtonLink
          href={`${address}?week=${monday.add({ days: 7 }).toString()}`}
          kind="plain"
          icon="chevron-right"
          small
        >
          {t('nextWeek')}
        </ButtonLink>
      </Actions>
    </>
  );
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
