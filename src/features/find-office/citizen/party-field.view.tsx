import type { Language } from '#platform/language.ts';
import { Button } from '#ui/button.tsx';
import { SelectField } from '#ui/choice-field.tsx';
import { freshForm } from '#ui/form.tsx';
import { serviceTexts } from './service.text.ts';

/** How many people the dates are for; asked only where more than one may come. */
export function PartyField(props: { language: Language; action: string; party: number; most: number }) {
  const { language, action, party, most } = props;
  if (most < 2) return null;
  const t = serviceTexts.for(language);
  const options = Array.from({ length: most }, (_, index) => ({
    value: String(index + 1),
    label: t('partyOption', { count: index + 1 }),
  }));
  return (
    <form method="get" action={action}>
      <SelectField
        form={freshForm(language, { party: String(party) })}
        name="party"
        label={t('party')}
        hint={t('partyHint')}
        options={options}
        first={null}
      />
      <Button kind="secondary">{t('partyUpdate')}</Button>
    </form>
  );
}
