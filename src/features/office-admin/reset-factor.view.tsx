import type { PersonWithRoles } from '#features/identity/index.ts';
import { Button, ButtonLink } from '#ui/button.tsx';
import { ActionForm } from '#ui/fields/form.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { nameOf } from './people-list.view.tsx';
import { peopleTexts } from './people.text.ts';

/** What to make sure of before somebody's second factor is taken away. */
export function ResetFactor({
  context,
  base,
  person,
}: {
  context: PageContext;
  base: string;
  person: PersonWithRoles;
}) {
  const { language, csrf } = context;
  const t = peopleTexts.for(language);
  return (
    <>
      <p>
        <strong>{t('resetSure', { name: nameOf(person) })}</strong>
      </p>
      <p>{t('resetThen')}</p>
      <ActionForm action={`${base}/${person.accountId}/second-factor`} csrf={csrf} language={language}>
        <Button kind="danger">{t('resetGo')}</Button>
      </ActionForm>
      <p class="mt-4">
        <ButtonLink href={base} kind="plain">
          {t('resetBack')}
        </ButtonLink>
      </p>
    </>
  );
}
