import { localText } from '#platform/language.ts';
import { Actions, ButtonLink } from '#ui/button.tsx';
import { OfficeLayout } from '#ui/frame/office-layout.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { PageHeading } from '#ui/page-heading.tsx';
import { SummaryList } from '#ui/summary-list.tsx';
import { momentOf } from '../public/draw-lists.view.tsx';
import type { Receipt } from '../receipt.ts';
import { deskPaths } from '../desk-paths.ts';
import { aboveReleases, type AtDraw } from './at-draw.ts';
import { drawDeskTexts } from './draw-desk.text.ts';
import type { EnteredTicket } from './entered-ticket.query.ts';

/** A ticket to print or to read out: the number, the name in the public list, the place once it is known. */
export function EnteredTicketView(props: {
  context: PageContext;
  at: AtDraw;
  ticket: EnteredTicket;
  receipt: Receipt;
  publicUrl: string;
}) {
  const { context, at, ticket, receipt, publicUrl } = props;
  const { language } = context;
  const t = drawDeskTexts.for(language);
  const { office, facts } = at;
  const back = deskPaths.draw(office.code, facts.code);
  const title = t('ticketTitle', { number: ticket.number });
  return (
    <OfficeLayout
      context={context}
      at={at}
      title={title}
      width="text"
      breadcrumb={[...aboveReleases(at, t('releases')), { label: t('title'), href: back }, { label: title }]}
    >
      <PageHeading title={title} kicker={localText(ticket.serviceName, language)} lead={t('ticketLead')} />
      <SummaryList
        language={language}
        rows={[
          { key: t('who'), value: ticket.names.join(', ') },
          { key: t('pseudonym'), value: <Code text={receipt.pseudonym} /> },
          { key: t('joinedAt'), value: momentOf(facts, ticket.joinedAt, language) },
          { key: t('place'), value: ticket.place === null ? t('place.none') : String(ticket.place) },
          { key: t('state'), value: t(`state.${ticket.state}`) },
          { key: t('where'), value: `${publicUrl}/draws/${facts.code}` },
        ]}
      />
      <h2>{t('receipt')}</h2>
      <p>{t('receiptAbout')}</p>
      <pre class="t-draw-code" translate={false}>
        {JSON.stringify(receipt, null, 2)}
      </pre>
      <div class="t-no-print">
        <Actions>
          <ButtonLink href={deskPaths.enter(office.code, facts.code)}>{t('another')}</ButtonLink>
          <ButtonLink href={back} kind="secondary">
            {t('back')}
          </ButtonLink>
        </Actions>
      </div>
    </OfficeLayout>
  );
}

function Code({ text }: { text: string }) {
  return (
    <code class="t-draw-hash" translate={false}>
      {text}
    </code>
  );
}
