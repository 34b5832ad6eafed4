import type { ServingOffice, SiteLink } from '#features/offices/index.ts';
import { type Language, type LocalText, localText } from '#platform/language.ts';
import { Alert } from '#ui/alert.tsx';
import { Actions, Button, ButtonLink } from '#ui/button.tsx';
import { SelectField } from '#ui/fields/choice-field.tsx';
import { Form, type FormState } from '#ui/fields/form.tsx';
import { TextareaField } from '#ui/fields/text-field.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { formValue } from '#platform/http/form.ts';
import type { AtOffice } from '../../at-office.ts';
import { publicOfficePath } from '../../paths.ts';
import { ChangedLast } from '../../changed-last.view.tsx';
import { SettingsPage } from '../settings-page.view.tsx';
import { mostCountries } from './territory.form.ts';
import { territoryTexts } from './territory.text.ts';

export interface TerritoryProps {
  context: PageContext;
  at: AtOffice;
  form: FormState;
  countries: readonly { code: string; name: LocalText }[];
  /** the office whose territory is shown, when this one has none of its own */
  inherited: SiteLink | undefined;
  parent: SiteLink | undefined;
  changed: { at: Temporal.Instant; by: string } | undefined;
  /** who else serves the country the office is in */
  others: readonly ServingOffice[];
  saved: boolean;
}

/** What an office serves, to be corrected. */
export function TerritoryView(props: TerritoryProps) {
  const { context, at, form, countries, inherited, parent, changed, saved } = props;
  const { language } = context;
  const t = territoryTexts.for(language);
  const options = countries
    .map(({ code, name }) => ({ value: code, label: localText(name, language) }))
    .sort((a, b) => a.label.localeCompare(b.label, language));
  return (
    <SettingsPage
      context={context}
      at={at}
      title={t('title')}
      lead={t('lead')}
      width="text"
      formId="territory"
      invalid={form.errors.length > 0}
      aside={
        <ButtonLink href={publicOfficePath(at.office.code)} kind="secondary" icon="external-link">
          {t('publicPage')}
        </ButtonLink>
      }
    >
      {saved && (
        <Alert language={language} tone="success" live>
          <p class="mb-0">{t('saved')}</p>
        </Alert>
      )}
      <ChangedLast language={language} zone={at.office.timeZone} changed={changed} />
      {inherited && <p>{t('ofParent', { parent: localText(inherited.name, language) })}</p>}
      {!inherited && parent && <p>{t('noneParent', { parent: localText(parent.name, language) })}</p>}
      {!inherited && !changed && <p>{t('fromData')}</p>}
      <Others {...props} language={language} />
      <Form id="territory" form={form} csrf={context.csrf}>
        <input type="hidden" name="seen" value={formValue(form.values, 'seen')} />
        {Array.from({ length: rowsOf(form) }, (_, index) => (
          <div key={index} class="mb-4">
            <SelectField
              form={form}
              name={`country.${index}`}
              label={t('country', { number: index + 1 })}
              first={t('choose')}
              options={options}
              optional
            />
            <TextareaField
              form={form}
              name={`parts.${index}`}
              label={t('parts', { number: index + 1 })}
              hint={index === 0 ? t('partsHint') : undefined}
              rows={Math.min(12, Math.max(2, formValue(form.values, `parts.${index}`).split('\n').length))}
              maxlength={10_000}
              optional
            />
          </div>
        ))}
        <Actions>
          <Button busy={t('busy')}>{t('save')}</Button>
        </Actions>
      </Form>
    </SettingsPage>
  );
}

/** Whom the parts must be shared with. */
function Others({ at, others, language }: TerritoryProps & { language: Language }) {
  const t = territoryTexts.for(language);
  const list = others.filter(({ id }) => id !== at.office.id);
  if (list.length === 0) return null;
  const names = (parts: readonly LocalText[]) =>
    parts.length === 0 ? t('whole') : parts.map((part) => localText(part, language)).join(', ');
  return (
    <details class="mb-4">
      <summary>{t('others', { country: localText(at.office.countryName, language) })}</summary>
      <ul>
        {list.map((other) => (
          <li key={other.code}>
            {t('otherServes', { office: localText(other.name, language), parts: names(other.parts) })}
          </li>
        ))}
      </ul>
    </details>
  );
}

/** The countries that are there, and room for two more. */
function rowsOf(form: FormState): number {
  const used = Array.from({ length: mostCountries }, (_, index) => index).filter(
    (index) => formValue(form.values, `country.${index}`) !== '' || formValue(form.values, `parts.${index}`) !== '',
  );
  return Math.min(mostCountries, (used.at(-1) ?? -1) + 3);
}
