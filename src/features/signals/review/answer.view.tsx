import { Actions, Button, ButtonLink } from '#ui/button.tsx';
import { RadioField } from '#ui/fields/choice-field.tsx';
import { Form, type FormState } from '#ui/fields/form.tsx';
import { TextareaField } from '#ui/fields/text-field.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { PageHeading } from '#ui/page-heading.tsx';
import { kindTexts } from '../kinds.text.ts';
import type { Notice } from '../notice.query.ts';
import { signalPaths } from '../paths.ts';
import { type ReviewPlace, ReviewPage } from './place.tsx';
import { reviewTexts } from './review.text.ts';

/** What a person answers to a notice, and the decision about it. */
export function AnswerView(props: {
  context: PageContext;
  place: ReviewPlace;
  notice: Notice;
  name: string;
  form: FormState;
}) {
  const { context, place, notice, name, form } = props;
  const t = reviewTexts.for(context.language);
  const title = t('answerOf', { name });
  return (
    <ReviewPage
      context={context}
      place={place}
      title={title}
      formId="settle"
      invalid={form.errors.length > 0}
      width="text"
      breadcrumb={[{ label: t('title'), href: signalPaths.list(place.code) }, { label: title }]}
    >
      <PageHeading title={title} kicker={kindTexts.for(context.language)(notice.kind)} />
      <h2>{t('notice')}</h2>
      <p class="t-lines">{notice.reason}</p>
      <h2>{t('said')}</h2>
      <p class="t-lines">{notice.appeal}</p>
      <Form id="settle" form={form} csrf={context.csrf}>
        <RadioField
          form={form}
          name="outcome"
          label={t('outcome')}
          options={[
            { value: 'withdrawn', label: t('withdraw') },
            { value: 'kept', label: t('stands') },
          ]}
        />
        <TextareaField form={form} name="answer" label={t('outcomeReason')} maxlength={2000} rows={5} />
        <Actions>
          <Button busy={t('sending')}>{t('send')}</Button>
          <ButtonLink href={signalPaths.list(place.code)} kind="secondary">
            {t('back')}
          </ButtonLink>
        </Actions>
      </Form>
    </ReviewPage>
  );
}
