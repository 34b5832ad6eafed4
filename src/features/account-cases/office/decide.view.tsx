import type { BlockOutcome } from '#features/identity/index.ts';
import type { Language } from '#platform/language.ts';
import { Actions, Button, ButtonLink } from '#ui/button.tsx';
import { RadioField } from '#ui/fields/choice-field.tsx';
import { DayField } from '#ui/fields/date-field.tsx';
import { Form, type FormState } from '#ui/fields/form.tsx';
import { TextareaField } from '#ui/fields/text-field.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { blockTexts } from './block.text.ts';

/** The form of a decision: what, if need be until when, and why. */
export function DecideForm(props: {
  context: PageContext;
  form: FormState;
  about: 'block' | 'pause';
  outcomes: readonly BlockOutcome[];
  back: string;
}) {
  const { context, form, about, outcomes, back } = props;
  const { language, csrf } = context;
  const t = blockTexts.for(language);
  return (
    <Form id="decide" form={form} csrf={csrf}>
      <p>{t('decideAbout')}</p>
      <RadioField
        form={form}
        name="outcome"
        label={t('outcome')}
        options={outcomes.map((outcome) => ({ value: outcome, ...choice(about, outcome, language) }))}
      />
      {outcomes.includes('shortened') && (
        <DayField form={form} name="lastDay" label={t('newLastDay')} hint={t('newLastDayHint')} optional />
      )}
      <TextareaField form={form} name="answer" label={t('answer')} hint={t('answerHint')} maxlength={2000} rows={5} />
      <Actions>
        <Button>{t('save')}</Button>
        <ButtonLink href={back} kind="secondary">
          {t('back')}
        </ButtonLink>
      </Actions>
    </Form>
  );
}

function choice(about: 'block' | 'pause', outcome: BlockOutcome, language: Language): { label: string; hint?: string } {
  const t = blockTexts.for(language);
  if (about === 'pause')
    return outcome === 'lifted' ? { label: t('pauseLifted'), hint: t('pauseLiftedHint') } : { label: t('pauseKept') };
  if (outcome === 'kept') return { label: t('kept') };
  return { label: t(outcome), hint: t(`${outcome}Hint`) };
}
