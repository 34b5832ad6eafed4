import type { ListedEntry, OfficeList, SeatToOffer } from '#features/booking/index.ts';
import { localText } from '#platform/language.ts';
import { Alert } from '#ui/alert.tsx';
import { Actions, Button, ButtonLink } from '#ui/button.tsx';
import { CheckboxField, RadioField, SelectField } from '#ui/fields/choice-field.tsx';
import { Form, type FormState } from '#ui/fields/form.tsx';
import { TextareaField, TextField } from '#ui/fields/text-field.tsx';
import { OfficeLayout } from '#ui/frame/office-layout.tsx';
import { PageHeading } from '#ui/page-heading.tsx';
import { deskPath } from '../../at-office.ts';
import { type ListsProps, seatWhen } from './lists.view.tsx';
import { deskWaitingTexts } from './waiting-list.text.ts';

interface FormProps extends ListsProps {
  readonly list: OfficeList;
  readonly form: FormState;
}

/** A seat of the operator's choice, to the next it suits or to somebody they name. */
export function OfferSeatView(
  props: FormProps & { seats: readonly SeatToOffer[]; entry: ListedEntry | undefined; refused: string | undefined },
) {
  const { context, at, list, form, seats, entry, refused } = props;
  const { language, csrf } = context;
  const t = deskWaitingTexts.for(language);
  const zone = at.office.timeZone;
  const path = deskPath(at.office, `waiting-list/${list.serviceCode}`);
  const options = seats.map(({ slotId, startsAt, seats: count, isFreed }) => {
    const words = t('seatWords', { seat: seatWhen(startsAt, zone, language), seats: count });
    return { value: slotId, label: isFreed ? `${words} · ${t('freed')}` : words };
  });
  const next = { value: 'next', label: t('next'), hint: t('nextHint') };
  return (
    <OfficeLayout context={context} at={at} title={t('offerTitle')} formId="offer" invalid={form.errors.length > 0}>
      <PageHeading title={t('offerTitle')} kicker={localText(list.serviceName, language)} />
      {refused && <Alert language={language} tone="warning" live title={refused} />}
      {options.length === 0 ? (
        <Alert language={language} tone="info" title={t('noSeats')} />
      ) : (
        <Form id="offer" form={form} csrf={csrf}>
          <RadioField
            form={form}
            name="entry"
            label={t('who')}
            options={entry ? [{ value: entry.id, label: entry.name }, next] : [next]}
          />
          <SelectField form={form} name="slot" label={t('seat')} options={options} />
          <TextField form={form} name="reason" label={t('reason')} hint={t('reasonHint')} maxlength={300} />
          <Actions>
            <Button>{t('offerSubmit')}</Button>
            <ButtonLink href={path} kind="plain">
              {t('back')}
            </ButtonLink>
          </Actions>
        </Form>
      )}
      {options.length === 0 && <ButtonLink href={path}>{t('back')}</ButtonLink>}
    </OfficeLayout>
  );
}

export function RemoveEntryView(props: FormProps & { entry: ListedEntry }) {
  const { context, at, list, form, entry } = props;
  const { language, csrf } = context;
  const t = deskWaitingTexts.for(language);
  return (
    <OfficeLayout context={context} at={at} title={t('removeTitle')} formId="remove" invalid={form.errors.length > 0}>
      <PageHeading
        title={t('removeTitle')}
        kicker={localText(list.serviceName, language)}
        lead={t('removeLead', { name: entry.name })}
      />
      <Form id="remove" form={form} csrf={csrf}>
        <TextareaField form={form} name="reason" label={t('removeReason')} maxlength={1000} />
        <Actions>
          <Button kind="danger">{t('removeSubmit')}</Button>
          <ButtonLink href={deskPath(at.office, `waiting-list/${list.serviceCode}`)} kind="plain">
            {t('back')}
          </ButtonLink>
        </Actions>
      </Form>
    </OfficeLayout>
  );
}

export function ListSettingsView(props: FormProps & { languages: readonly string[] }) {
  const { context, at, list, form, languages } = props;
  const { language, csrf } = context;
  const t = deskWaitingTexts.for(language);
  return (
    <OfficeLayout context={context} at={at} title={t('settings')} formId="list" invalid={form.errors.length > 0}>
      <PageHeading title={t('settings')} kicker={localText(list.serviceName, language)} />
      <Form id="list" form={form} csrf={csrf}>
        <CheckboxField form={form} name="open" label={t('openField')} hint={t('openHint')} />
        {languages.map((code) => (
          <TextareaField
            key={code}
            form={form}
            name={`text.${code}`}
            label={t('textField', { language: code.toUpperCase() })}
            hint={t('textHint')}
            maxlength={1000}
            optional
          />
        ))}
        <TextField
          form={form}
          name="offerHours"
          label={t('hoursField')}
          hint={t('hoursHint')}
          size="short"
          inputmode="numeric"
        />
        <TextField
          form={form}
          name="leastHours"
          label={t('leastField')}
          hint={t('leastHint')}
          size="short"
          inputmode="numeric"
        />
        <TextField form={form} name="mostLapses" label={t('lapsesField')} size="short" inputmode="numeric" />
        <Actions>
          <Button>{t('save')}</Button>
          <ButtonLink href={deskPath(at.office, `waiting-list/${list.serviceCode}`)} kind="plain">
            {t('back')}
          </ButtonLink>
        </Actions>
      </Form>
    </OfficeLayout>
  );
}
