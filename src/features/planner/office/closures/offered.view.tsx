import { moveRuleTexts } from '../preview/move-rule.text.ts';
import { previewTexts } from '../preview/hours-preview.text.ts';
import type { PlannerPageProps } from '../planner-page.ts';

/** How many appointments are being offered another seat, and where the answers come in. */
export function Offered(props: PlannerPageProps & { count: number; round?: string | undefined }) {
  const { context, at, count, round } = props;
  const t = previewTexts.for(context.language);
  return (
    <p>
      {t('offered', { count })} <a href={`/office/${at.office.code}/to-do`}>{t('toDo')}</a>
      {round && at.may('see-booking') && (
        <>
          {' · '}
          <a href={`/office/${at.office.code}/mass/${round}`}>{moveRuleTexts.for(context.language)('follow')}</a>
        </>
      )}
    </p>
  );
}
