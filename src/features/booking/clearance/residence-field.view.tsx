import type { Offering } from '#features/offices/index.ts';
import type { FormState } from '#ui/fields/form.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import { residenceField } from './residence.ts';
import { residenceTexts } from './residence.text.ts';

/** Which municipality has to consent; nothing where the offering asks for none. At the desk it may be said later. */
export function ResidenceField(props: { form: FormState; offering: Pick<Offering, 'clearance'>; atDesk?: boolean }) {
  const { form, offering, atDesk = false } = props;
  const t = residenceTexts.for(form.language);
  if (offering.clearance === 'none') return null;
  return (
    <TextField
      form={form}
      name={residenceField}
      label={atDesk ? t('deskLabel') : t('label')}
      hint={atDesk ? t('deskHint') : t('hint')}
      maxlength={100}
      autocomplete="off"
      optional={atDesk}
    />
  );
}
