import { Alert } from '#ui/alert.tsx';
import { Actions, Button, ButtonLink } from '#ui/button.tsx';
import { ActionForm } from '#ui/fields/form.tsx';
import { Layout } from '#ui/frame/layout.tsx';
import { PageHeading } from '#ui/page-heading.tsx';
import { linkTexts } from './link.text.ts';
import type { LinkViewProps } from './link-props.ts';
import { BookingDetails, WhenOf, kickerOf } from './link-facts.view.tsx';

/** Asks once, in words, before a seat is given up. */
export function CancelLinkView({ context, path, facts, refused }: Omit<LinkViewProps, 'now'>) {
  const { language, csrf } = context;
  const t = linkTexts.for(language);
  return (
    <Layout context={context} title={t('cancelTitle')} width="text">
      <PageHeading
        title={t('cancelTitle')}
        kicker={kickerOf(facts, language)}
        lead={<WhenOf facts={facts} language={language} />}
      />
      {refused && <Alert language={language} tone="warning" live title={refused} />}
      <p>{t('cancelWhat')}</p>
      <BookingDetails facts={facts} language={language} />
      <ActionForm action={`${path}/cancel`} csrf={csrf} language={language}>
        <Actions>
          <Button kind="danger" busy={t('cancelling')}>
            {t('cancelYes')}
          </Button>
          <ButtonLink href={`${path}/move`} kind="secondary" icon="clock">
            {t('move')}
          </ButtonLink>
          <ButtonLink href={path} kind="plain">
            {t('cancelNo')}
          </ButtonLink>
        </Actions>
      </ActionForm>
    </Layout>
  );
}
