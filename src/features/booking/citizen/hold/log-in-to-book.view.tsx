import type { Language } from '#platform/language.ts';
import { Actions, ButtonLink } from '#ui/button.tsx';
import { type Held, holdPath } from './held.ts';
import { heldUntil } from './held-bar.view.tsx';
import { peopleTexts } from './people.text.ts';
import { summaryTexts } from './summary.text.ts';

/** The last step, where login comes last: it leads back here, with the button that books. */
export function LogInToBook({ language, held }: { language: Language; held: Held }) {
  const t = summaryTexts.for(language);
  const next = encodeURIComponent(holdPath(held.hold, 'summary'));
  return (
    <>
      <p>{t('loginLast', { time: heldUntil(held, language) })}</p>
      <Actions kept>
        <ButtonLink href={`/login?next=${next}`}>{t('login')}</ButtonLink>
        <ButtonLink href={`/register?next=${next}`} kind="secondary">
          {t('register')}
        </ButtonLink>
      </Actions>
    </>
  );
}

/** For whoever has an account: logging in before the form saves writing. */
export function LogInNow({ language, held }: { language: Language; held: Held }) {
  return (
    <p>
      <a href={`/login?next=${encodeURIComponent(holdPath(held.hold))}`}>{peopleTexts.for(language)('loginNow')}</a>
    </p>
  );
}
