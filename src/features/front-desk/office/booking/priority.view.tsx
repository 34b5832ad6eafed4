import type { Priority } from '#features/booking/index.ts';
import { clockTime, dayIn, shortDate } from '#platform/dates.ts';
import { Alert } from '#ui/alert.tsx';
import { Button } from '#ui/button.tsx';
import { ActionForm } from '#ui/fields/form.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { deskPriorityTexts } from './priority.text.ts';

/** On which ground somebody has a seat kept for some, and whether the proof was seen. Only for who serves. */
export function PriorityProof(props: {
  context: PageContext;
  priority: Priority;
  zone: string;
  /** where the mark is sent; undefined for who may only look */
  action: string | undefined;
}) {
  const { context, priority, zone, action } = props;
  const { language, csrf } = context;
  const t = deskPriorityTexts.for(language);
  const { ground, minAge, proof, proofAt, withoutProof } = priority;
  const when = proofAt ? `${shortDate(dayIn(proofAt, zone), language)}, ${clockTime(proofAt, zone)}` : '';
  const mark = (value: 'seen' | 'not-shown', kind: 'primary' | 'secondary') =>
    action !== undefined &&
    proof !== value && (
      <ActionForm action={action} csrf={csrf} language={language} hidden={{ proof: value }}>
        <Button small kind={kind}>
          {t(value === 'seen' ? 'seen' : 'notShown')}
        </Button>
      </ActionForm>
    );
  return (
    <Alert
      language={language}
      tone={proof === 'seen' ? 'success' : proof === null ? 'info' : 'warning'}
      title={t('title')}
    >
      <p>{t(`ground.${ground}`, { age: minAge ?? 0 })}</p>
      {proof === 'seen' && <p>{t('wasSeen', { when })}</p>}
      {proof === 'not-shown' && (
        <p>
          {t('wasNotShown', { when })} {t(withoutProof)}
        </p>
      )}
      <div class="d-flex flex-wrap gap-2">
        {mark('seen', 'primary')}
        {mark('not-shown', 'secondary')}
      </div>
    </Alert>
  );
}
