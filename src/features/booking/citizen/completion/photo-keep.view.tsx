import { checkInWords } from '#features/photo/index.ts';
import { Actions, Button, ButtonLink } from '#ui/button.tsx';
import { CheckboxesField, CheckboxField, RadioField } from '#ui/fields/choice-field.tsx';
import { Form, type FormState } from '#ui/fields/form.tsx';
import { TextareaField } from '#ui/fields/text-field.tsx';
import { Layout } from '#ui/frame/layout.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { sitePaths } from '#ui/frame/site-paths.ts';
import { PageHeading } from '#ui/page-heading.tsx';
import type { Booking } from '../../booking.query.ts';
import type { PhotoOfBooking } from '../../completion/completion.rules.ts';
import type { PhotoDetails } from '../../photo/photo-details.query.ts';
import { PhotoFrame } from '../../photo/photo-frame.view.tsx';
import { photoTexts } from '../../photo/photo.text.ts';
import { proposalTexts } from '../../photo/proposal.text.ts';
import { declarationsFor, isExcused, keepReasons } from '../../photo/said.rules.ts';
import { bookingTexts } from '../own/booking.text.ts';

const hints = { 'like-this': 'like-this-hint', health: 'health-hint', 'no-better': 'no-better-hint' } as const;

/** A calm way on: the photo stays, somebody at the office reads why. */
export function KeepPhotoView(props: {
  context: PageContext;
  booking: Booking;
  photo: PhotoOfBooking;
  details: PhotoDetails;
  form: FormState;
}) {
  const { context, booking, photo, details, form } = props;
  const { language } = context;
  const t = proposalTexts.for(language);
  const path = `/bookings/${booking.code}/photo`;
  const back = `${path}?person=${photo.position}`;
  const wrong = photo.checks.filter((check) => check.verdict === 'fail' && !isExcused(check, details.said));
  return (
    <Layout
      context={context}
      title={t('keepPage')}
      width="text"
      formId="keep"
      invalid={form.errors.length > 0}
      breadcrumb={[
        { label: bookingTexts.for(language)('all'), href: sitePaths.bookings },
        { label: booking.code, href: `/bookings/${booking.code}` },
        { label: photoTexts.for(language)('title'), href: back },
        { label: t('keepPage') },
      ]}
    >
      <PageHeading title={t('keepPage')} lead={t('keepLead')} />
      <Form id="keep" form={form} csrf={context.csrf} action={`${path}/keep`}>
        <div class="t-photo-beside">
          <PhotoFrame path={path} photo={photo} alt={photoTexts.for(language)('proposedAlt')} small />
          {wrong.length > 0 && (
            <div>
              <h2 class="h4">{t('foundWrong')}</h2>
              <ul>
                {wrong.map((check) => (
                  <li key={check.id}>{checkInWords(check, language).message}</li>
                ))}
              </ul>
            </div>
          )}
        </div>
        <input type="hidden" name="person" value={String(photo.position)} />
        <input type="hidden" name="proposal" value={photo.id} />
        <RadioField
          form={form}
          name="reason"
          label={t('why')}
          options={keepReasons.map((value) => ({
            value,
            label: t(value),
            hint: value in hints ? t(hints[value as keyof typeof hints]) : undefined,
          }))}
        />
        <TextareaField form={form} name="words" label={t('words')} hint={t('wordsHint')} maxlength={500} optional />
        <CheckboxField form={form} name="headCovered" label={photoTexts.for(language)('covered')} optional />
        <CheckboxesField
          form={form}
          name="declared"
          label={t('trueOf')}
          optional
          options={declarationsFor(photo.checks, { headCovered: false }).map((value) => ({ value, label: t(value) }))}
        />
        <Actions>
          <Button busy={t('keeping')}>{t('keep')}</Button>
          <ButtonLink href={back} kind="secondary">
            {t('back')}
          </ButtonLink>
        </Actions>
      </Form>
    </Layout>
  );
}
