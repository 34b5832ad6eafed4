import { formValue } from '#platform/http/form.ts';
import { CheckboxesField, RadioField, SelectField } from '#ui/fields/choice-field.tsx';
import type { FormState } from '#ui/fields/form.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import { spokenLanguages } from '../../spoken-languages.ts';
import { languageName } from '../../words.ts';
import { siteKinds, timeZones } from './site.form.ts';
import { sitesTexts } from './sites.text.ts';

/** The fields of a site that may be changed later. */
export function SiteFields({ form }: { form: FormState }) {
  const { language } = form;
  const t = sitesTexts.for(language);
  return (
    <>
      <RadioField
        form={form}
        name="siteKind"
        label={t('kind')}
        options={siteKinds.map((kind) => ({ value: kind, label: t(kind), hint: t(`${kind}About`) }))}
      />
      <TextField form={form} name="nameIt" label={t('nameIt')} maxlength={120} />
      <TextField form={form} name="nameEn" label={t('nameEn')} maxlength={120} />
      <TextField form={form} name="cityIt" label={t('cityIt')} maxlength={80} />
      <TextField form={form} name="cityEn" label={t('cityEn')} maxlength={80} />
      <SelectField
        form={form}
        name="timeZone"
        label={t('timeZone')}
        hint={t('timeZoneHint')}
        options={zonesFor(form).map((zone) => ({ value: zone, label: zone }))}
      />
      <TextField form={form} name="address" label={t('address')} maxlength={300} optional />
      <details class="mb-4">
        <summary>{t('languages')}</summary>
        <CheckboxesField
          form={form}
          name="languages"
          label={t('languages')}
          options={spokenLanguages.map((code) => ({ value: code, label: languageName(code, language) }))}
          optional
        />
      </details>
    </>
  );
}

/** All zones, and the one that is set where it is written in another way. */
function zonesFor(form: FormState): readonly string[] {
  const set = formValue(form.values, 'timeZone');
  return set === '' || timeZones.includes(set) ? timeZones : [set, ...timeZones];
}
