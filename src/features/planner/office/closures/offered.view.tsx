import { previewTexts } from '../preview/hours-preview.text.ts';
import type { PlannerPageProps } from '../planner-page.ts';

/** How many appointments are being offered another seat, and where the answers come in. */
export function Offered({ context, at, count }: PlannerPageProps & { count: number }) {
  const t = previewTexts.for(context.language);
  return (
    <p>
      {t('offered', { count })} <a href={`/office/${at.office.code}/to-do`}>{t('toDo')}</a>
    </p>
  );
}
