import type { FoundOffice } from '#features/offices/index.ts';
import { localText } from '#platform/language.ts';
import { Actions, Button } from '#ui/button.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { RadioField } from '#ui/fields/choice-field.tsx';
import { freshForm } from '#ui/fields/form.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { Carry } from './carry.view.tsx';
import type { OwnOffice } from './own-office.query.ts';
import { ownOfficeTexts } from './own-office.text.ts';

/** In Italy the office is the municipality where somebody lives: found by its name. */
export function Municipalities({
  context,
  q,
  municipalities,
  own,
  next,
}: {
  context: PageContext;
  q: string;
  municipalities: readonly FoundOffice[] | undefined;
  own: OwnOffice;
  next: string | undefined;
}) {
  const { language } = context;
  const t = ownOfficeTexts.for(language);
  return (
    <>
      <form method="get" action="/profile/office" class="mt-4">
        <input type="hidden" name="country" value="IT" />
        <Carry next={next} />
        <TextField
          form={freshForm(language, { q })}
          name="q"
          label={t('italy')}
          hint={t('italyHint')}
          maxlength={100}
          autocomplete="address-level2"
        />
        <Actions>
          <Button kind={municipalities?.length ? 'secondary' : 'primary'}>{t('search')}</Button>
        </Actions>
      </form>
      {municipalities?.length === 0 && (
        <EmptyState icon="office" title={t('notFound')}>
          <p>{t('notFoundAbout')}</p>
        </EmptyState>
      )}
      {municipalities && municipalities.length > 0 && (
        <form method="get" action="/profile/office">
          <input type="hidden" name="country" value="IT" />
          <Carry next={next} />
          <RadioField
            form={freshForm(language, { office: '' })}
            name="office"
            label={t('found')}
            options={municipalities.map((office) => ({
              value: office.code,
              label: localText(office.name, language),
              hint: office.id === own.office?.id ? t('isOwn') : undefined,
              disabled: office.id === own.office?.id,
            }))}
          />
          <Actions>
            <Button>{t('see')}</Button>
          </Actions>
        </form>
      )}
    </>
  );
}
