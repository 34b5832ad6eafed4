import { languageName, languages } from '#platform/language.ts';
import { ResidenceField, QuestionFields, reasonName, relationChoices } from '#features/booking/index.ts';
import type { Office, Offering, Question } from '#features/offices/index.ts';
import { CheckboxField, SelectField } from '#ui/fields/choice-field.tsx';
import { DateField } from '#ui/fields/date-field.tsx';
import { Fieldset } from '#ui/fields/field.tsx';
import type { FormState } from '#ui/fields/form.tsx';
import { TextareaField, TextField } from '#ui/fields/text-field.tsx';
import { deskChannels } from '../../desk-channel.ts';
import { channelName } from '../desk.view.tsx';
import { newBookingTexts } from './new-booking.text.ts';

/** One of the party: the same questions and rules as for citizens. */
export function PersonFields(props: {
  form: FormState;
  position: number;
  party: number;
  offering: Offering;
  questions: readonly Question[];
}) {
  const { form, position, party, offering, questions } = props;
  const t = newBookingTexts.for(form.language);
  const name = (field: string): string => `people.${position}.${field}`;
  const isRequired = offering.codiceFiscale === 'required';
  return (
    <Fieldset form={form} legend={party > 1 ? t('person', { number: position + 1 }) : t('who')}>
      {position > 0 && (
        <SelectField
          form={form}
          name={name('relationship')}
          label={t('relationship')}
          options={relationChoices(form.language, offering.relationships)}
        />
      )}
      <div class="row">
        <div class="col-sm-6">
          <TextField form={form} name={name('givenName')} label={t('givenName')} autocomplete="off" maxlength={100} />
        </div>
        <div class="col-sm-6">
          <TextField form={form} name={name('familyName')} label={t('familyName')} autocomplete="off" maxlength={100} />
        </div>
        {offering.birthDate === 'required' && (
          <>
            <div class="col-sm-6">
              <DateField form={form} name={name('birthDate')} label={t('birthDate')} />
            </div>
            <div class="col-sm-6">
              <TextField
                form={form}
                name={name('birthPlace')}
                label={t('birthPlace')}
                autocomplete="off"
                maxlength={100}
                optional
              />
            </div>
          </>
        )}
      </div>
      <TextField
        form={form}
        name={name('codiceFiscale')}
        label={t('codiceFiscale')}
        size="code"
        autocomplete="off"
        maxlength={24}
        hint={isRequired ? undefined : t('codiceFiscaleIfAny')}
        optional={!isRequired}
      />
      <QuestionFields form={form} position={position} questions={questions} />
      {position === party - 1 && (offering.minAge !== null || offering.maxAge !== null) && (
        <CheckboxField form={form} name="anyAge" label={t('anyAge')} hint={t('anyAgeHint')} optional />
      )}
    </Fieldset>
  );
}

/** Why they come, how to reach them, and how they asked. */
export function RestFields(props: {
  form: FormState;
  offering: Offering;
  office: Pick<Office, 'kind'>;
  onlyPartner: boolean;
}) {
  const { form, offering, office, onlyPartner } = props;
  const { language } = form;
  const t = newBookingTexts.for(language);
  const reasons = offering.reasons.map((code) => ({ value: code, label: reasonName(code, language) }));
  const channels = deskChannels.map((channel) => ({ value: channel, label: channelName(channel, language) }));
  return (
    <>
      <ResidenceField form={form} offering={offering} office={office} atDesk />
      {(reasons.length > 0 || offering.notesAllowed) && (
        <Fieldset form={form} legend={t('visit')}>
          {reasons.length > 0 && (
            <SelectField
              form={form}
              name="reason"
              label={t('reason')}
              options={reasons}
              optional={offering.reasonOptional}
            />
          )}
          {offering.notesAllowed && (
            <TextareaField form={form} name="notes" label={t('notes')} maxlength={500} rows={2} optional />
          )}
        </Fieldset>
      )}
      <Fieldset form={form} legend={t('contact')}>
        <div class="row">
          <div class="col-sm-6">
            <TextField
              form={form}
              name="email"
              label={t('email')}
              type="email"
              autocomplete="off"
              maxlength={200}
              hint={t('emailHint')}
              optional
            />
          </div>
          <div class="col-sm-6">
            <TextField
              form={form}
              name="phone"
              label={t('phone')}
              type="tel"
              autocomplete="off"
              maxlength={30}
              optional
            />
          </div>
          <div class="col-sm-6">
            <SelectField
              form={form}
              name="language"
              label={t('language')}
              first={null}
              options={languages.map((value) => ({ value, label: languageName(value) }))}
            />
          </div>
          <div class="col-sm-6">
            {onlyPartner ? (
              <input type="hidden" name="channel" value="partner-desk" />
            ) : (
              <SelectField form={form} name="channel" label={t('channel')} first={null} options={channels} />
            )}
          </div>
        </div>
      </Fieldset>
    </>
  );
}
