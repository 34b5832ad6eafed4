import { dayIn } from '#platform/dates.ts';
import { languageOrItalian, localText, writtenFor } from '#platform/language.ts';
import { Button } from '#ui/button.tsx';
import { CheckboxesField, CheckboxField } from '#ui/fields/choice-field.tsx';
import { DayField } from '#ui/fields/date-field.tsx';
import { Form, type FormState, freshForm } from '#ui/fields/form.tsx';
import { TextareaField } from '#ui/fields/text-field.tsx';
import { bookingPath } from '../../at-office.ts';
import { longestNote } from './examine.form.ts';
import { examineTexts } from './examine.text.ts';
import type { ExamineProps } from './examine.view.tsx';

/** The three things that can come of an examination, each with its button. */
export function ExamineOutcomes(props: ExamineProps) {
  const { context, at, booking } = props;
  const t = examineTexts.for(context.language);
  const fine = formOf(props, 'fine', { giveBack: 'yes' });
  const send = { csrf: context.csrf, action: `${bookingPath(at.office, booking.code)}/examine` };
  return (
    <>
      <section>
        <h2>{t('fine')}</h2>
        <p>{booking.status === 'awaiting-office' ? t('fineConfirms') : t('fineText')}</p>
        <Form id="fine" form={fine} {...send}>
          <input type="hidden" name="outcome" value="fine" />
          <CheckboxField form={fine} name="giveBack" label={t('giveBackToo')} optional />
          <Button icon="check" busy={t('busy')}>
            {t('fineDo')}
          </Button>
        </Form>
      </section>
      <Regularise {...props} />
      <Reject {...props} />
    </>
  );
}

function Regularise(props: ExamineProps) {
  const { context, at, booking, items, now } = props;
  const { language } = context;
  const t = examineTexts.for(language);
  const today = dayIn(now, booking.timeZone);
  const form = formOf(props, 'to-regularise', { by: firstDeadline(props).toString() });
  const hint = (read: string): string | undefined =>
    writtenFor(languageOrItalian(booking.language)) === read ? t('noteHint') : undefined;
  return (
    <details class="mt-4" open={form.errors.length > 0 || booking.preCheck?.state === 'to-examine'}>
      <summary>
        <span class="h4">{t('regularise')}</span>
      </summary>
      <p class="mt-2">{t('regulariseText')}</p>
      <Form id="regularise" form={form} csrf={context.csrf} action={`${bookingPath(at.office, booking.code)}/examine`}>
        <input type="hidden" name="outcome" value="to-regularise" />
        <CheckboxesField
          form={form}
          name="missing"
          label={t('missing')}
          optional
          options={items.map((item, index) => ({ value: String(index), label: localText(item, language) }))}
        />
        <TextareaField
          form={form}
          name="noteIt"
          label={t('noteIt')}
          hint={hint('it')}
          maxlength={longestNote}
          rows={3}
          optional
        />
        <TextareaField
          form={form}
          name="noteEn"
          label={t('noteEn')}
          hint={hint('en')}
          maxlength={longestNote}
          rows={3}
          optional
        />
        <DayField
          form={form}
          name="by"
          label={t('by')}
          hint={t('byHint')}
          min={today.toString()}
          max={dayIn(booking.startsAt, booking.timeZone).toString()}
        />
        <Button kind="secondary" busy={t('busy')}>
          {t('regulariseDo')}
        </Button>
      </Form>
    </details>
  );
}

function Reject(props: ExamineProps) {
  const { context, at, booking } = props;
  const t = examineTexts.for(context.language);
  const form = formOf(props, 'rejected', {});
  return (
    <details class="t-danger-summary mt-4 mb-4" open={form.errors.length > 0}>
      <summary>
        <span class="h4">{t('reject')}</span>
      </summary>
      <p class="mt-2">{t('rejectText')}</p>
      <Form id="reject" form={form} csrf={context.csrf} action={`${bookingPath(at.office, booking.code)}/examine`}>
        <input type="hidden" name="outcome" value="rejected" />
        <TextareaField form={form} name="reason" label={t('reason')} maxlength={longestNote} rows={3} />
        <Button kind="danger" busy={t('busy')}>
          {t('rejectDo')}
        </Button>
      </Form>
    </details>
  );
}

/** What was sent of the form that was sent; the others begin afresh. */
function formOf({ context, form, sent }: ExamineProps, outcome: string, values: Record<string, string>): FormState {
  return sent === outcome ? form : freshForm(context.language, values);
}

/** A week from today, or the day before the appointment where that comes first. */
function firstDeadline({ booking, now }: ExamineProps): Temporal.PlainDate {
  const today = dayIn(now, booking.timeZone);
  const week = today.add({ days: 7 });
  const before = dayIn(booking.startsAt, booking.timeZone).subtract({ days: 1 });
  const first = Temporal.PlainDate.compare(week, before) < 0 ? week : before;
  return Temporal.PlainDate.compare(first, today) < 0 ? today : first;
}
