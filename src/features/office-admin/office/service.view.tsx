import { reasonName } from '#features/booking/index.ts';
import type { Offering } from '#features/offices/index.ts';
import { localText } from '#platform/language.ts';
import { Actions, Button, ButtonLink } from '#ui/button.tsx';
import { CheckboxesField, CheckboxField, RadioField } from '#ui/fields/choice-field.tsx';
import { Fieldset } from '#ui/fields/field.tsx';
import { Form, type FormState } from '#ui/fields/form.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { TextareaField, TextField } from '#ui/fields/text-field.tsx';
import type { AtOffice } from '../at-office.ts';
import { settingsPaths } from '../paths.ts';
import { exemptible, instructionsSize, offeredReasons } from './service.form.ts';
import { serviceTexts } from './service.text.ts';
import { servicesTexts } from './services.text.ts';
import { SettingsPage } from './settings-page.view.tsx';

interface Props {
  context: PageContext;
  at: AtOffice;
  offering: Offering;
  form: FormState;
}

/** The rules of one service at an office, each with what it does. */
export function ServiceFormView(props: Props) {
  const { context, at, offering, form } = props;
  const { language } = context;
  const t = serviceTexts.for(language);
  const list = { label: servicesTexts.for(language)('title'), href: settingsPaths.services(at.office.code) };
  return (
    <SettingsPage
      context={context}
      at={at}
      title={localText(offering.serviceName, language)}
      lead={t('lead')}
      width="text"
      formId="service"
      invalid={form.errors.length > 0}
      above={[list]}
    >
      <Form id="service" form={form} csrf={context.csrf}>
        <RadioField
          form={form}
          name="active"
          label={t('active')}
          options={[
            { value: 'yes', label: t('activeYes'), hint: t('activeYesHint') },
            { value: 'no', label: t('activeNo'), hint: t('activeNoHint') },
          ]}
        />
        <Fieldset form={form} legend={t('appointment')}>
          <Figure form={form} name="durationMinutes" label={t('duration')} hint={t('durationHint')} optional />
          <Figure form={form} name="partyMax" label={t('partyMax')} hint={t('partyMaxHint')} />
        </Fieldset>
        <Asked {...props} />
        <Confirming {...props} />
        <Fieldset form={form} legend={t('cancelling')}>
          <Figure form={form} name="cancelCutoffHours" label={t('cutoff')} hint={t('cutoffHint')} />
        </Fieldset>
        <Fieldset form={form} legend={t('own')}>
          <TextareaField
            form={form}
            name="instructions.it"
            label={t('instructionsIt')}
            hint={t('instructionsHint')}
            maxlength={instructionsSize}
            rows={5}
            optional
          />
          <TextareaField
            form={form}
            name="instructions.en"
            label={t('instructionsEn')}
            maxlength={instructionsSize}
            rows={5}
            optional
          />
        </Fieldset>
        <Actions>
          <Button>{t('save')}</Button>
          <ButtonLink href={list.href} kind="secondary">
            {t('cancel')}
          </ButtonLink>
        </Actions>
      </Form>
    </SettingsPage>
  );
}

function Asked({ context, offering, form }: Props) {
  const t = serviceTexts.for(context.language);
  return (
    <Fieldset form={form} legend={t('asked')}>
      <RadioField
        form={form}
        name="codiceFiscale"
        label={t('codiceFiscale')}
        options={[
          { value: 'required', label: t('cfRequired'), hint: t('cfRequiredHint') },
          { value: 'if-any', label: t('cfIfAny') },
        ]}
      />
      <RadioField
        form={form}
        name="birthDate"
        label={t('birthDate')}
        options={[
          { value: 'required', label: t('birthRequired') },
          { value: 'not-asked', label: t('birthNotAsked') },
        ]}
      />
      <CheckboxesField
        form={form}
        name="reasons"
        label={t('reasons')}
        hint={t('reasonsHint')}
        optional
        options={offeredReasons(offering).map((code) => ({ value: code, label: reasonName(code, context.language) }))}
      />
      <CheckboxField form={form} name="notes" label={t('notes')} optional />
    </Fieldset>
  );
}

function Confirming({ context, form }: Props) {
  const t = serviceTexts.for(context.language);
  return (
    <Fieldset form={form} legend={t('confirming')}>
      <RadioField
        form={form}
        name="confirmBy"
        label={t('confirmBy')}
        options={[
          { value: 'citizen', label: t('byCitizen'), hint: t('byCitizenHint') },
          { value: 'office', label: t('byOffice'), hint: t('byOfficeHint') },
          { value: 'nobody', label: t('byNobody'), hint: t('byNobodyHint') },
        ]}
      />
      <Figure form={form} name="confirmOpensDays" label={t('opens')} hint={t('windowHint')} />
      <Figure form={form} name="confirmClosesDays" label={t('closes')} />
      <CheckboxesField
        form={form}
        name="exempt"
        label={t('exempt')}
        hint={t('exemptHint')}
        optional
        options={exemptible.map((channel) => ({ value: channel, label: t(channel) }))}
      />
    </Fieldset>
  );
}

function Figure(props: {
  form: FormState;
  name: string;
  label: string;
  hint?: string | undefined;
  optional?: boolean | undefined;
}) {
  return <TextField {...props} inputmode="numeric" size="short" maxlength={4} />;
}
