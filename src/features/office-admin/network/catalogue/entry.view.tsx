import type { OfficeKind, Service } from '#features/offices/index.ts';
import { furtherLanguages, localText } from '#platform/language.ts';
import { Actions, Button, ButtonLink } from '#ui/button.tsx';
import { CheckboxesField, CheckboxField } from '#ui/fields/choice-field.tsx';
import { Fieldset } from '#ui/fields/field.tsx';
import { Form, type FormState } from '#ui/fields/form.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { LocalTextFields } from '../../local-text-fields.view.tsx';
import { ChangedLast } from '../../changed-last.view.tsx';
import { networkPaths } from '../../paths.ts';
import { languageName } from '../../words.ts';
import { NetworkPage } from '../network-page.view.tsx';
import { catalogueTexts } from './catalogue.text.ts';
import { CatalogueDone } from './catalogue.view.tsx';
import { entrySizes, officeKinds } from './entry.form.ts';

interface Props {
  context: PageContext;
  service: Service;
  form: FormState;
  languages: readonly string[];
  changed: { at: Temporal.Instant; by: string } | undefined;
  done?: 'saved' | 'added' | 'unchanged' | undefined;
}

/** One entry of the national catalogue, in each language. */
export function CatalogueEntryView({ context, service, form, languages, changed, done }: Props) {
  const { language } = context;
  const t = catalogueTexts.for(language);
  const more = furtherLanguages.filter((code) => !languages.includes(code));
  return (
    <NetworkPage
      context={context}
      title={localText(service.name, language)}
      lead={t('editLead')}
      width="text"
      formId="entry"
      invalid={form.errors.length > 0}
    >
      {done && <CatalogueDone context={context} done={done} />}
      <ChangedLast language={language} zone="Europe/Rome" changed={changed} />
      <p>
        {t('addLanguage')}{' '}
        {more.map((code) => (
          <span key={code}>
            <a href={`${networkPaths.catalogueEntry(service.code)}?with=${code}`}>
              {languageName(code, language)}
            </a>{' '}
          </span>
        ))}
      </p>
      <Form id="entry" form={form} csrf={context.csrf}>
        <input type="hidden" name="seen" value={String(form.values['seen'] ?? '')} />
        <CheckboxesField
          form={form}
          name="kinds"
          label={t('kinds')}
          options={officeKinds.map((kind) => ({ value: kind, label: t(kind) }))}
        />
        <CheckboxField form={form} name="bookable" label={t('bookableLabel')} hint={t('bookableHint')} optional />
        <Fieldset form={form} legend={t('names')}>
          <LocalTextFields
            form={form}
            name="name"
            label={t('name')}
            languages={languages}
            max={entrySizes.name}
            rows={1}
          />
          <LocalTextFields
            form={form}
            name="summary"
            label={t('summary')}
            languages={languages}
            max={entrySizes.summary}
            rows={2}
          />
        </Fieldset>
        {officeKinds.map((kind) => (
          <OfKind key={kind} form={form} kind={kind} languages={languages} />
        ))}
        <Actions>
          <Button>{t('save')}</Button>
          <ButtonLink href={networkPaths.catalogue} kind="plain">
            {t('cancel')}
          </ButtonLink>
        </Actions>
      </Form>
    </NetworkPage>
  );
}

function OfKind({ form, kind, languages }: { form: FormState; kind: OfficeKind; languages: readonly string[] }) {
  const t = catalogueTexts.for(form.language);
  const hints = { instructions: t('instructionsHint'), documents: t('documentsHint'), fee: undefined };
  return (
    <Fieldset form={form} legend={t(kind === 'consular' ? 'ofConsular' : 'ofMunicipal')}>
      {(['instructions', 'documents', 'fee'] as const).map((name) => (
        <LocalTextFields
          key={name}
          form={form}
          name={`${name}.${kind}`}
          label={t(name)}
          hint={hints[name]}
          languages={languages}
          max={entrySizes[name]}
          rows={name === 'fee' ? 3 : 6}
        />
      ))}
    </Fieldset>
  );
}
