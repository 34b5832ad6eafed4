import type { RegistrationDraw } from '#features/booking/index.ts';
import type { ReleaseBeside } from '#features/waiting-room/index.ts';
import { localText } from '#platform/language.ts';
import { Button } from '#ui/button.tsx';
import { ActionForm } from '#ui/fields/form.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import type { AtOffice } from '../../at-office.ts';
import { deskDrawTexts } from './draws.text.ts';

/** Releases of other offices whose seats are, or could be, given in the same draw. */
export function Together(props: {
  context: PageContext;
  at: AtOffice;
  draw: RegistrationDraw;
  together: readonly ReleaseBeside[];
  here: string;
}) {
  const { context, at, draw, together, here } = props;
  const { language, csrf } = context;
  const t = deskDrawTexts.for(language);
  if (together.length === 0) return null;
  const mayAdd = at.may('edit-planner') && draw.tickets === 0 && draw.cancelledAt === null && draw.drawnAt === null;
  return (
    <>
      <h2>{t('together')}</h2>
      <p>{t('togetherText')}</p>
      <ul>
        {together.map(({ code, officeName, seats, isIn }) => {
          const office = localText(officeName, language);
          return (
            <li key={code}>
              {`${office}: ${t('togetherSeats', { count: seats })}`} {isIn && `(${t('isIn')})`}
              {!isIn && mayAdd && (
                <ActionForm action={`${here}/offices`} csrf={csrf} language={language} hidden={{ code }}>
                  <Button small kind="secondary" label={t('addOf', { office })}>
                    {t('add')}
                  </Button>
                </ActionForm>
              )}
            </li>
          );
        })}
      </ul>
    </>
  );
}
