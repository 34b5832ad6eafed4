import type { ComponentChildren } from 'preact';
import { localText } from '#platform/language.ts';
import type { FormState } from '#ui/fields/form.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { textLanguages } from '../../local-text.form.ts';
import { settingsPaths } from '../../paths.ts';
import { languageName } from '../../words.ts';
import { servicesTexts } from '../services.text.ts';
import { SettingsPage } from '../settings-page.view.tsx';
import { askedTexts } from './asked.text.ts';
import type { AtOffering } from './at-offering.ts';

/** The frame of a form below a service's questions. */
export function AskedFormPage(props: {
  context: PageContext;
  at: AtOffering;
  title: string;
  lead: string;
  form: FormState;
  children: ComponentChildren;
}) {
  const { context, at, form, children, ...words } = props;
  const { language } = context;
  const { office, offering } = at;
  return (
    <SettingsPage
      context={context}
      at={at}
      {...words}
      kicker={localText(offering.serviceName, language)}
      width="text"
      formId="asked"
      invalid={form.errors.length > 0}
      above={[
        { label: servicesTexts.for(language)('title'), href: settingsPaths.services(office.code) },
        {
          label: localText(offering.serviceName, language),
          href: settingsPaths.service(office.code, offering.serviceCode),
        },
        {
          label: askedTexts.for(language)('title'),
          href: settingsPaths.questions(office.code, offering.serviceCode),
        },
      ]}
    >
      {children}
    </SettingsPage>
  );
}

/** One line of text, a field for each language of the office; `required`: in Italian at least. */
export function LinesByLanguage(props: {
  form: FormState;
  at: AtOffering;
  name: string;
  label: string;
  hint?: string | undefined;
  maxlength: number;
  required?: boolean | undefined;
}) {
  const { form, at, name, label, hint, maxlength, required = false } = props;
  return (
    <>
      {textLanguages(at.office.languages).map((code) => (
        <TextField
          key={code}
          form={form}
          name={`${name}.${code}`}
          label={`${label} – ${languageName(code, form.language)}`}
          hint={code === 'it' ? hint : undefined}
          maxlength={maxlength}
          autocomplete="off"
          optional={!(required && code === 'it')}
        />
      ))}
    </>
  );
}
