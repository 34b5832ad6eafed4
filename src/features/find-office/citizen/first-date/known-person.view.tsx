import { Alert } from '#ui/alert.tsx';
import { Button } from '#ui/button.tsx';
import { ActionForm } from '#ui/fields/form.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { firstDateTexts } from './first-date.text.ts';

/** What the reader said of who it is for. */
export interface Known {
  /** empty where only the code was written */
  readonly name: string;
  /** the code is not that of the name: undefined while one is missing */
  readonly agrees: boolean | undefined;
}

/** That their data are ready, the hint that a code may be another person's, and the button that forgets them. */
export function KnownPerson({ context, known, back }: { context: PageContext; known: Known; back: string }) {
  const { language, csrf } = context;
  const t = firstDateTexts.for(language);
  const { name, agrees } = known;
  const ready = name === '' ? t('knownCode') : t('known', { name });
  return (
    <Alert language={language} tone={agrees === false ? 'warning' : 'info'}>
      <p translate={false} class="mb-2">
        {agrees === false ? t('disagrees', { name }) : ready}
      </p>
      <ActionForm action="/first-date/forget" csrf={csrf} language={language} hidden={{ back }}>
        <Button kind="plain" small>
          {t('forget')}
        </Button>
      </ActionForm>
    </Alert>
  );
}
