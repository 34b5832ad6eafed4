import { withArticle } from '#platform/dates.ts';
import { mondayOf } from '../../slots/week-preview.rules.ts';
import { plannerPaths } from '../paths.ts';
import { weekGridTexts } from './week-grid.text.ts';
import { weekName } from './week-asked.ts';
import type { WeekGridProps } from './week-grid-props.ts';

/** Which week is shown, and the ways to the others and to the regular one. */
export function WeekTools({ language, office, plannerId, monday, today }: WeekGridProps) {
  const t = weekGridTexts.for(language);
  const shown = monday ?? mondayOf(today);
  const at = (week: string) => `${plannerPaths.planner(office, plannerId)}?week=${week}#week`;
  const title =
    monday === null
      ? t('regular')
      : t('week', {
          from: withArticle('dal', monday, language),
          to: withArticle('al', monday.add({ days: 6 }), language),
        });
  const weeks = [
    { name: shown.subtract({ days: 7 }).toString(), label: t('previous') },
    { name: mondayOf(today).toString(), label: t('current') },
    { name: shown.add({ days: 7 }).toString(), label: t('next') },
    { name: 'regular', label: t('regular') },
  ];
  return (
    <div class="t-week-tools">
      <h2 id="week">{title}</h2>
      <nav aria-label={t('choose')}>
        {weeks.map(({ name, label }) => (
          <a
            key={label}
            class="btn btn-outline-primary btn-sm"
            href={at(name)}
            aria-current={name === weekName(monday) ? 'true' : undefined}
          >
            {label}
          </a>
        ))}
      </nav>
      {monday === null && <p class="t-muted mb-0">{t('regularWhy')}</p>}
    </div>
  );
}
