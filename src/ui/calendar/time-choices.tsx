import { formValue } from '#platform/http/form.ts';
import { calendarTexts } from './calendar.text.ts';
import { fieldId } from '../fields/field-id.ts';
import { Fieldset, type FieldProps } from '../fields/field.tsx';
import type { TimeSlot } from './time-slots.tsx';

/** The free hours of one day or more, to choose one of in a larger form: `TimeSlots` for those who fill in all at once. */
export function TimeChoices(
  props: Omit<FieldProps, 'optional'> & { days: readonly { heading: string; slots: readonly TimeSlot[] }[] },
) {
  const { form, name, label, hint, days } = props;
  const t = calendarTexts.for(form.language);
  const chosen = formValue(form.values, name);
  const first = days[0]?.slots[0]?.id;
  return (
    <Fieldset form={form} name={name} legend={label} hint={hint}>
      {days.map(({ heading, slots }) => (
        <div key={heading} class="t-time-choices-day">
          <p>{heading}</p>
          <ul class="t-time-choices">
            {slots.map(({ id, time, free }) => {
              // The error summary's link leads to the first choice.
              const control = id === first ? fieldId(name) : fieldId(`${name}.${id}`);
              return (
                <li key={id}>
                  <input type="radio" id={control} name={name} value={id} checked={id === chosen} />
                  <label for={control}>
                    <strong>{time}</strong>
                    <span class="visually-hidden">, {heading},</span> <span>{t('seats', { free })}</span>
                  </label>
                </li>
              );
            })}
          </ul>
        </div>
      ))}
    </Fieldset>
  );
}
