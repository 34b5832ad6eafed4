import { type ClearanceStep, handChannels } from '#features/booking/index.ts';
import { Button } from '#ui/button.tsx';
import { RadioField, SelectField } from '#ui/fields/choice-field.tsx';
import { DayField } from '#ui/fields/date-field.tsx';
import { Form, type FormState, freshForm } from '#ui/fields/form.tsx';
import { TextareaField, TextField } from '#ui/fields/text-field.tsx';
import { formValue } from '#platform/http/form.ts';
import { bookingPath } from '../../at-office.ts';
import { deskClearanceTexts } from './clearance.text.ts';
import type { ClearanceProps } from './clearance.view.tsx';

/** An answer is awaited for this long, unless the office says otherwise. */
const usualDays = 30;

const titles = {
  asked: 'stepAsked',
  reminded: 'stepReminded',
  granted: 'stepGranted',
  refused: 'stepRefused',
  told: 'stepTold',
  municipality: 'stepMunicipality',
} as const satisfies Record<ClearanceStep, string>;

/** One step with its form; closed unless it is the likeliest, or what was sent is to be put right. */
export function StepForm(props: ClearanceProps & { step: ClearanceStep; open: boolean }) {
  const { context, at, booking, step, open, form: sent, today } = props;
  const t = deskClearanceTexts.for(context.language);
  const isSent = formValue(sent.values, 'step') === step;
  // The day that was worked out at booking, as long as it is ahead.
  const told = props.clearance.dueOn;
  const isAhead = told !== null && Temporal.PlainDate.compare(told, today) >= 0;
  const due = (isAhead ? told : today.add({ days: usualDays })).toString();
  const shown = isSent ? sent : freshForm(context.language, { on: today.toString(), dueOn: due });
  const form = { ...shown, scope: step };
  return (
    <details
      class={step === 'refused' ? 't-danger-summary mt-4' : 'mt-4'}
      open={sent.errors.length > 0 ? isSent : open}
    >
      <summary>
        <span class="h4">{t(titles[step])}</span>
      </summary>
      <div class="mt-3">
        {step === 'asked' && <p>{t('askedWhat')}</p>}
        {step === 'granted' && <p>{t('grantedWhat')}</p>}
        <Form
          id={`step-${step}`}
          form={form}
          csrf={context.csrf}
          action={`${bookingPath(at.office, booking.code)}/clearance`}
        >
          <input type="hidden" name="step" value={step} />
          <Fields {...props} form={form} />
          <Button kind={step === 'refused' ? 'danger' : open ? 'primary' : 'secondary'} busy={t('saving')}>
            {step === 'refused' ? t('refuseDo') : t('save')}
          </Button>
        </Form>
      </div>
    </details>
  );
}

function Fields(props: ClearanceProps & { step: ClearanceStep }) {
  const { context, step, form, choices } = props;
  const t = deskClearanceTexts.for(context.language);
  if (step === 'municipality') {
    return (
      <>
        <TextField
          form={form}
          name="municipality"
          label={t('municipality')}
          hint={t('municipalityHint')}
          maxlength={100}
          autocomplete="off"
        />
        {choices.length > 0 && (
          <RadioField
            form={form}
            name="residence"
            label={t('municipalityWhich')}
            options={choices.map(({ code, name, province }) => ({
              value: code,
              label: t('inProvince', { name, province }),
            }))}
          />
        )}
      </>
    );
  }
  return (
    <>
      <DayField form={form} name="on" label={t('on')} max={props.today.toString()} />
      {(step === 'asked' || step === 'told') && <ChannelField form={form} label={t('channel')} />}
      {step !== 'reminded' && (
        <TextField form={form} name="protocol" label={t('protocolField')} size="medium" maxlength={60} optional />
      )}
      {(step === 'asked' || step === 'reminded') && (
        <DayField form={form} name="dueOn" label={step === 'asked' ? t('dueOn') : t('newDue')} />
      )}
      {step === 'refused' && (
        <TextareaField form={form} name="reason" label={t('reason')} hint={t('reasonHint')} maxlength={1000} rows={3} />
      )}
    </>
  );
}

function ChannelField({ form, label }: { form: FormState; label: string }) {
  const t = deskClearanceTexts.for(form.language);
  const options = handChannels.map((channel) => ({ value: channel, label: t(channel) }));
  return <SelectField form={form} name="channel" label={label} options={options} />;
}
