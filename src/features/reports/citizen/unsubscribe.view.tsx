import { Button, ButtonLink } from '#ui/button.tsx';
import { ActionForm } from '#ui/fields/form.tsx';
import { Layout } from '#ui/frame/layout.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { PageHeading } from '#ui/page-heading.tsx';
import { monthlyTexts } from '../monthly/monthly.text.ts';

const titles = { asks: 'stopTitle', done: 'stoppedTitle', bad: 'badLink' } as const;

/** Stops the monthly report of one office for one person: asks once, and says when it is done. */
export function UnsubscribeView(props: { context: PageContext; office: string; state: 'asks' | 'done' | 'bad' }) {
  const { context, office, state } = props;
  const { language, csrf, url } = context;
  const t = monthlyTexts.for(language);
  const title = t(titles[state]);
  return (
    <Layout context={context} title={title} width="text">
      <PageHeading title={title} />
      <p>{state === 'bad' ? t('badLinkAbout') : t('stopAbout', { office })}</p>
      {state === 'asks' && (
        <ActionForm action={url} csrf={csrf} language={language}>
          <Button>{t('stopButton')}</Button>
        </ActionForm>
      )}
      {state === 'bad' && <ButtonLink href="/login?next=/office">{t('login')}</ButtonLink>}
    </Layout>
  );
}
