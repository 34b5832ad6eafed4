import { localText } from '#platform/language.ts';
import { Actions, Button, ButtonLink } from '#ui/button.tsx';
import { ActionForm } from '#ui/fields/form.tsx';
import { Layout } from '#ui/frame/layout.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { PageHeading } from '#ui/page-heading.tsx';
import { ticketPath } from '../paths.ts';
import type { PlaceWaitedFor } from '../place-waited-for.ts';
import { ticketTexts } from './ticket.text.ts';

/** A place once given up does not come back: asked once. */
export function LeaveView(props: { context: PageContext; at: PlaceWaitedFor; ticket: string; isOwn: boolean }) {
  const { context, at, ticket, isOwn } = props;
  const { language, csrf } = context;
  const t = ticketTexts.for(language);
  const kicker = `${localText(at.offering.serviceName, language)} · ${localText(at.office.name, language)}`;
  return (
    <Layout context={context} title={t('leaveTitle')} width="text">
      <PageHeading title={t('leaveTitle')} kicker={kicker} lead={isOwn ? t('leaveText') : t('leaveNotYours')} />
      <Actions>
        {isOwn && (
          <ActionForm action={`${ticketPath(ticket)}/leave`} {...{ csrf, language }}>
            <Button kind="danger">{t('leave')}</Button>
          </ActionForm>
        )}
        <ButtonLink href={ticketPath(ticket)} kind={isOwn ? 'primary' : 'secondary'}>
          {t('leaveStay')}
        </ButtonLink>
      </Actions>
    </Layout>
  );
}
