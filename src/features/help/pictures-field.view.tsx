import { Field } from '#ui/fields/field.tsx';
import type { FormState } from '#ui/fields/form.tsx';
import { pictureKinds } from './help.rules.ts';
import { helpTexts } from './help.text.ts';

/** Up to five pictures. A browser forgets them when a form comes back with faults: the field says so. */
export function PicturesField({ form }: { form: FormState }) {
  const t = helpTexts.for(form.language);
  const hint = form.errors.length > 0 ? `${t('picturesHint')} ${t('picturesAgain')}` : t('picturesHint');
  return (
    <Field form={form} name="pictures" label={t('pictures')} hint={hint} optional>
      {(control) => <input {...control} type="file" class="form-control" accept={pictureKinds.join(',')} multiple />}
    </Field>
  );
}
