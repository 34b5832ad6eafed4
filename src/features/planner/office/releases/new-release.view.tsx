import type { ComponentChildren } from 'preact';
import { dayMonthYear } from '#platform/dates.ts';
import { localText } from '#platform/language.ts';
import { RadioField } from '#ui/fields/choice-field.tsx';
import { DayField } from '#ui/fields/date-field.tsx';
import { Fieldset } from '#ui/fields/field.tsx';
import type { FormState } from '#ui/fields/form.tsx';
import { TextareaField, TextField } from '#ui/fields/text-field.tsx';
import type { Planner } from '../../planner.query.ts';
import type { WaitingSeats } from '../../releases/waiting-seats.query.ts';
import { plannerPaths } from '../paths.ts';
import { PlannerFormPage } from '../planner-form-page.view.tsx';
import type { PlannerPageProps } from '../planner-page.ts';
import { plannerTexts } from '../planner.text.ts';
import { DrawFields } from './draw-fields.view.tsx';
import { newReleaseTexts } from './new-release.text.ts';
import { releasesTexts } from './releases.text.ts';

/** Seats to open by hand: which, how many, and when. */
export function NewReleaseView(
  props: PlannerPageProps & { planner: Planner; waiting: WaitingSeats; form: FormState; foreseen: ComponentChildren },
) {
  const { context, at, planner, waiting, form, foreseen } = props;
  const { language } = context;
  const t = newReleaseTexts.for(language);
  const { code, timeZone } = at.office;
  const releases = plannerPaths.releases(code, planner.id);
  const min = at.today.toString();
  const { from, to } = waiting;
  const days =
    from && to ? t('waitingDays', { from: dayMonthYear(from, language), to: dayMonthYear(to, language) }) : '';
  return (
    <PlannerFormPage
      context={context}
      at={at}
      id="new-release"
      title={t('title')}
      kicker={planner.name}
      lead={`${t('lead')} ${t('waiting', { seats: waiting.seats, days })}`}
      above={[
        { label: plannerTexts.for(language)('title'), href: plannerPaths.list(code) },
        { label: planner.name, href: plannerPaths.planner(code, planner.id) },
        { label: releasesTexts.for(language)('title'), href: releases },
      ]}
      back={releases}
      form={form}
      beside={foreseen}
      save={t('save')}
      cancel={t('cancel')}
    >
      <DayField form={form} name="firstDay" label={t('firstDay')} hint={t('daysHint')} min={min} />
      <DayField form={form} name="lastDay" label={t('lastDay')} min={min} />
      <TextField
        form={form}
        name="seats"
        label={t('seats')}
        hint={t('seatsHint')}
        inputmode="numeric"
        size="short"
        maxlength={6}
        optional
      />
      <RadioField
        form={form}
        name="when"
        label={t('when')}
        options={(['now', 'at', 'drip'] as const).map((value) => ({ value, label: t(`when.${value}`) }))}
      />
      {timeZone !== 'Europe/Rome' && (
        <RadioField
          form={form}
          name="clock"
          label={t('clock')}
          options={[
            { value: 'office', label: t('clock.office', { city: localText(at.office.city, language) }) },
            { value: 'rome', label: t('clock.rome') },
          ]}
        />
      )}
      <TextareaField
        form={form}
        name="moments"
        label={t('moments')}
        hint={t('momentsHint')}
        maxlength={2000}
        optional
      />
      <Fieldset form={form} legend={t('dripAbout')}>
        <DayField form={form} name="dripDay" label={t('dripDay')} min={min} optional />
        <TextField form={form} name="from" label={t('from')} type="time" size="short" optional />
        <TextField form={form} name="until" label={t('until')} type="time" size="short" optional />
        {(['everyMinutes', 'seatsEach'] as const).map((name) => (
          <TextField
            key={name}
            form={form}
            name={name}
            label={t(name)}
            inputmode="numeric"
            size="short"
            maxlength={4}
            optional
          />
        ))}
      </Fieldset>
      <DrawFields form={form} language={language} min={min} />
    </PlannerFormPage>
  );
}
