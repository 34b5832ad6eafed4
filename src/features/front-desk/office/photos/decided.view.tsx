import { askWords, overrideWords, type PhotoDecisionInFull } from '#features/booking/index.ts';
import { clockTime, dayIn, dayMonthYear } from '#platform/dates.ts';
import { Alert } from '#ui/alert.tsx';
import { Button } from '#ui/button.tsx';
import { ActionForm } from '#ui/fields/form.tsx';
import { bookingPath } from '../../at-office.ts';
import { decideTexts } from './decide.text.ts';
import { placeWords } from './photos-path.ts';
import type { OnePhotoProps } from './photos.view.tsx';

/** What was decided, by whom and why, with the way back. */
export function Decided(props: OnePhotoProps & { decision: PhotoDecisionInFull; mayUndo: boolean }) {
  const { context, at, look, shown, decision, mayUndo } = props;
  const { language, csrf } = context;
  const t = decideTexts.for(language);
  const { booking, person } = shown;
  const { outcome, why, operator, decidedAt } = decision;
  const { timeZone: zone } = booking;
  const date = dayMonthYear(dayIn(decidedAt, zone), language);
  const words = outcome === 'another-asked' ? askWords(why, language) : overrideWords(why, language);
  const hidden = {
    decision: decision.id,
    view: look.view,
    at: placeWords({ code: booking.code, position: person.position }),
  };
  return (
    <Alert language={language} tone={outcome === 'another-asked' ? 'warning' : 'success'} title={t(outcome)}>
      <p>{t('decidedBy', { who: operator ?? t('someone'), date, time: clockTime(decidedAt, zone) })}</p>
      {words.length > 0 && (
        <ul>
          {words.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      {mayUndo && (
        <ActionForm action={`${bookingPath(at.office, booking.code)}/photo/undo`} {...{ csrf, language, hidden }}>
          <Button kind="secondary" small>
            {t(outcome === 'another-asked' ? 'undoAsk' : 'undo')}
          </Button>
        </ActionForm>
      )}
    </Alert>
  );
}
