import type { ComponentChildren } from 'preact';
import { localText } from '#platform/language.ts';
import { Layout } from '#ui/frame/layout.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { sitePaths } from '#ui/frame/site-paths.ts';
import { PageHeading } from '#ui/page-heading.tsx';
import type { RoomNow } from '../../turns/rooms.ts';
import { servicePath } from '../paths.ts';
import type { PlaceWaitedFor } from '../place-waited-for.ts';
import type { ReadersWords } from './ticket-values.ts';
import { ticketTexts } from './ticket.text.ts';

/** What all pages of a ticket are drawn from; `words` are a reader's own, or stand for those of any. */
export interface TicketPageProps {
  readonly context: PageContext;
  readonly room: RoomNow;
  readonly at: PlaceWaitedFor;
  readonly words: ReadersWords;
  readonly now: Temporal.Instant;
}

/** The frame around a ticket's page. While there is something to wait for it asks again by itself. */
export function TicketFrame(
  props: TicketPageProps & {
    readonly title: string;
    /** for the window, where it says more than the heading */
    readonly tab?: string;
    readonly lead?: ComponentChildren;
    /** told apart by the script: another one is another page */
    readonly stage: string;
    readonly refreshes?: boolean;
    readonly children: ComponentChildren;
  },
) {
  const { context, at, words, title, tab, lead, stage, refreshes = true } = props;
  const { language } = context;
  const t = ticketTexts.for(language);
  const { office, offering } = at;
  const service = localText(offering.serviceName, language);
  const href = servicePath({ officeCode: office.code, serviceCode: offering.serviceCode });
  return (
    <Layout
      context={context}
      title={`${tab ?? title} · ${t('crumb')}`}
      width="text"
      refreshAfter={refreshes ? words.pollAfter : undefined}
      breadcrumb={[
        { label: t('home'), href: sitePaths.home },
        { label: localText(office.name, language), href: `/offices/${office.code}` },
        { label: service, href },
        { label: t('crumb') },
      ]}
    >
      <div
        class="t-queue"
        data-queue={refreshes ? `/api/v1/queue/${words.ticket}` : undefined}
        data-after={words.pollAfter}
        data-stage={stage}
        data-tab={`${t('waitingTab', { place: '%' })} · ${t('crumb')} · Turno`}
        data-unknown={t('unknown')}
        data-say={t('said')}
      >
        <PageHeading title={title} kicker={`${service} · ${localText(office.name, language)}`} lead={lead} />
        {props.children}
      </div>
    </Layout>
  );
}

/** Three short lines on what comes next. */
export function NextSteps({ title, lines }: { title: string; lines: readonly string[] }) {
  return (
    <section>
      <h2 class="h3">{title}</h2>
      <ol class="t-queue-next">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ol>
    </section>
  );
}
