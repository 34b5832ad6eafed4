import { AboutOffice, Contacts, LocalWords } from '#features/find-office/index.ts';
import type { Office, OfficeDetails } from '#features/offices/index.ts';
import { localText } from '#platform/language.ts';
import { Alert } from '#ui/alert.tsx';
import { Actions, Button, ButtonLink } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { CheckboxesField } from '#ui/fields/choice-field.tsx';
import { Fieldset } from '#ui/fields/field.tsx';
import { Form, type FormState } from '#ui/fields/form.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { SummaryList } from '#ui/summary-list.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import type { AtOffice } from '../at-office.ts';
import { textLanguages } from '../local-text.form.ts';
import { LocalTextFields } from '../local-text-fields.view.tsx';
import { publicOfficePath, settingsPaths } from '../paths.ts';
import { languageName } from '../words.ts';
import { ChangedLast } from '../changed-last.view.tsx';
import { spokenLanguages } from '../spoken-languages.ts';
import { officeTextNames, officeTextSizes } from './details.form.ts';
import { detailsTexts } from './details.text.ts';
import { SettingsPage } from './settings-page.view.tsx';

export interface DetailsProps {
  context: PageContext;
  at: AtOffice;
  form: FormState;
  changed: { at: Temporal.Instant; by: string } | undefined;
  saved: boolean;
  /** What was typed, shown as citizens will see it. */
  preview?: OfficeDetails | undefined;
}

export function DetailsView(props: DetailsProps) {
  const { context, at, form, changed, saved, preview } = props;
  const { language } = context;
  const { office } = at;
  const t = detailsTexts.for(language);
  return (
    <SettingsPage
      context={context}
      at={at}
      title={t('title')}
      lead={t('lead')}
      width="text"
      formId="details"
      invalid={form.errors.length > 0}
      aside={
        <ButtonLink href={publicOfficePath(office.code)} kind="secondary" icon="external-link">
          {t('publicPage')}
        </ButtonLink>
      }
    >
      {saved && (
        <Alert language={language} tone="success" live>
          <p class="mb-0">{t('saved')}</p>
        </Alert>
      )}
      {preview && <Preview {...props} preview={preview} />}
      <ChangedLast language={language} zone={office.timeZone} changed={changed} />
      <h2 class="h3">{t('official')}</h2>
      <SummaryList
        language={language}
        rows={[
          { key: t('name'), value: localText(office.name, language) },
          { key: t('city'), value: localText(office.city, language) },
          { key: t('code'), value: <Code text={office.code} /> },
        ]}
      />
      <DetailsForm {...props} />
    </SettingsPage>
  );
}

function DetailsForm({ context, at, form }: DetailsProps) {
  const t = detailsTexts.for(context.language);
  const written = textLanguages(at.office.languages);
  const hints = { hours: t('hoursHint'), accessibility: t('accessibilityHint'), notice: t('noticeHint') };
  return (
    <Form id="details" form={form} csrf={context.csrf}>
      <input type="hidden" name="seen" value={String(form.values['seen'] ?? '')} />
      <Fieldset form={form} legend={t('contacts')}>
        <TextField form={form} name="address" label={t('address')} hint={t('addressHint')} maxlength={300} optional />
        <TextField
          form={form}
          name="email"
          label={t('email')}
          hint={t('emailHint')}
          type="email"
          maxlength={200}
          optional
        />
        <TextField
          form={form}
          name="phone"
          label={t('phone')}
          hint={t('phoneHint')}
          type="tel"
          maxlength={60}
          optional
        />
        <TextField form={form} name="website" label={t('website')} type="url" maxlength={300} optional />
      </Fieldset>
      <Fieldset form={form} legend={t('place')} hint={t('placeHint')}>
        <TextField form={form} name="lat" label={t('lat')} inputmode="text" size="medium" maxlength={14} optional />
        <TextField form={form} name="lon" label={t('lon')} inputmode="text" size="medium" maxlength={14} optional />
      </Fieldset>
      <div class="t-choices-wide">
        <CheckboxesField
          form={form}
          name="languages"
          label={t('spoken')}
          hint={t('spokenHint')}
          optional
          options={spokenLanguages
            .map((code) => ({ value: code, label: languageName(code, form.language) }))
            .sort((a, b) => a.label.localeCompare(b.label, form.language))}
        />
      </div>
      <h2 class="h3">{t('texts')}</h2>
      <p>{t('textsHint')}</p>
      {officeTextNames.map((name) => (
        <LocalTextFields
          key={name}
          form={form}
          name={name}
          label={t(name)}
          hint={name === 'directions' ? undefined : hints[name]}
          languages={written}
          max={officeTextSizes[name]}
        />
      ))}
      <Actions>
        <Button>{t('save')}</Button>
        <Button kind="secondary" name="do" value="preview">
          {t('preview')}
        </Button>
        <ButtonLink href={settingsPaths.hub(at.office.code)} kind="plain">
          {t('cancel')}
        </ButtonLink>
      </Actions>
    </Form>
  );
}

/** The parts of the public page that are being changed, drawn by the public page's own components. */
function Preview({ context, at, preview }: DetailsProps & { preview: OfficeDetails }) {
  const { language } = context;
  const t = detailsTexts.for(language);
  const office: Office = { ...at.office, ...preview };
  return (
    <Card title={t('previewTitle')} highlighted>
      <p>{t('previewAbout')}</p>
      {preview.notice && (
        <Alert language={language} tone="info">
          <p class="mb-0">
            <LocalWords language={language} text={preview.notice} />
          </p>
        </Alert>
      )}
      <Contacts language={language} office={office} />
      <AboutOffice language={language} office={office} />
    </Card>
  );
}

function Code({ text }: { text: string }) {
  return (
    <span class="t-code" translate={false}>
      {text}
    </span>
  );
}
