import type { Office, Offering } from '#features/offices/index.ts';
import type { FormState } from '#ui/fields/form.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import { residenceField } from './residence.ts';
import { residenceTexts } from './residence.text.ts';

/** Which municipality has to consent; nothing where the offering asks for none. At the desk it may be said later. */
export function ResidenceField(props: {
  form: FormState;
  offering: Pick<Offering, 'clearance'>;
  office: Pick<Office, 'kind'>;
  atDesk?: boolean;
  /** the day is too near for people from elsewhere */
  notice?: string | undefined;
}) {
  const { form, offering, office, atDesk = false, notice } = props;
  const t = residenceTexts.for(form.language);
  if (offering.clearance === 'none') return null;
  const isMunicipal = office.kind === 'municipal';
  const hint = isMunicipal ? t(offering.clearance === 'notify' ? 'hintNotify' : 'hintMunicipal') : t('hint');
  return (
    <TextField
      form={form}
      name={residenceField}
      label={isMunicipal ? t('labelMunicipal') : atDesk ? t('deskLabel') : t('label')}
      hint={notice ?? (atDesk ? t('deskHint') : hint)}
      maxlength={100}
      autocomplete="off"
      optional={atDesk}
    />
  );
}
