import { reasonName, relationChoices } from '#features/booking/index.ts';
import { CheckboxesField, CheckboxField, RadioField } from '#ui/fields/choice-field.tsx';
import { Figure } from './figure.view.tsx';
import type { PartProps } from './part.view.tsx';
import { offeredReasons, partyModes } from './people.form.ts';
import { ruleTexts } from './rules.text.ts';

export function PeopleFields({ form, offering }: PartProps) {
  const t = ruleTexts.for(form.language);
  return (
    <>
      <CheckboxesField
        form={form}
        name="partyModes"
        label={t('partyModes')}
        options={partyModes.map((mode) => ({ value: mode, label: t(mode) }))}
      />
      <Figure form={form} name="partyMax" label={t('partyMax')} hint={t('partyMaxHint')} />
      <div class="t-choices-wide">
        <CheckboxesField
          form={form}
          name="relationships"
          label={t('relationships')}
          hint={t('relationshipsHint')}
          options={relationChoices(form.language)}
        />
      </div>
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
        options={offeredReasons(offering).map((code) => ({ value: code, label: reasonName(code, form.language) }))}
      />
      <CheckboxField form={form} name="notes" label={t('notes')} optional />
    </>
  );
}
