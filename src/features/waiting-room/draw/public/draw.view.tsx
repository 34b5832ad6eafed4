import type { ComponentChildren } from 'preact';
import { type Language, localText } from '#platform/language.ts';
import { listInWords } from '#platform/list-in-words.ts';
import { Alert } from '#ui/alert.tsx';
import { ButtonLink } from '#ui/button.tsx';
import { Layout } from '#ui/frame/layout.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { sitePaths } from '#ui/frame/site-paths.ts';
import { PageHeading } from '#ui/page-heading.tsx';
import { SearchForm } from '#ui/toolbar.tsx';
import type { DrawFacts, FoundTicket } from '../draw-facts.query.ts';
import { isValueLate } from '../draw-stage.rules.ts';
import type { ShortVerdict } from '../known-verdicts.ts';
import { ownCheck } from '../own-check.ts';
import { verdictTexts } from '../verdict.text.ts';
import { drawTexts } from './draw.text.ts';
import { HappenedList, PromisedList, valueDayWords } from './draw-lists.view.tsx';

export interface DrawPageProps {
  readonly context: PageContext;
  readonly facts: DrawFacts;
  readonly verdict: ShortVerdict;
  readonly asked: string;
  readonly found: FoundTicket | undefined;
  readonly joinHref: string | undefined;
  /** for those who work at this office */
  readonly deskHref: string | undefined;
  readonly now: Temporal.Instant;
}

/** /draws/:release: what was promised when, what came of it, and how to check it. */
export function DrawView(props: DrawPageProps) {
  const { context, facts, now, joinHref, deskHref } = props;
  const { language } = context;
  const t = drawTexts.for(language);
  const office = localText(facts.officeName, language);
  const service = listInWords(facts.services, language);
  const day = facts.mixing && valueDayWords(facts.mixing, language);
  return (
    <Layout
      context={context}
      title={`${t('crumb')} · ${service}`}
      width="text"
      breadcrumb={[
        { label: t('home'), href: sitePaths.home },
        { label: office, href: `/offices/${facts.officeCode}` },
        { label: t('crumb') },
      ]}
    >
      <PageHeading title={t('title')} kicker={t('kicker', { service, office })} lead={t(`lead.${leadOf(facts)}`)} />
      {isValueLate(facts, now) && day && (
        <Alert language={language} tone="warning" title={t('late')}>
          <p>{t('lateAbout', { day })}</p>
        </Alert>
      )}
      {deskHref && (
        <p>
          <a href={deskHref}>{t('desk')}</a>
        </p>
      )}
      {joinHref && (
        <p>
          <ButtonLink href={joinHref}>{t('join')}</ButtonLink>
        </p>
      )}
      <Result {...props} />
      <h2>{t('promised')}</h2>
      <PromisedList language={language} facts={facts} />
      <h2>{t('happened')}</h2>
      <HappenedList language={language} facts={facts} />
      <h2>{t('own')}</h2>
      <Own {...props} />
      <h2>{t('self')}</h2>
      <SelfCheck language={language} facts={facts} />
    </Layout>
  );
}

function leadOf(facts: DrawFacts) {
  if (facts.outcome === 'cancelled') return 'cancelled' as const;
  if (facts.drawnAt) return facts.ordering === 'first-come' ? ('first-come' as const) : ('drawn' as const);
  if (facts.closedAt) return facts.mixing ? ('awaiting' as const) : ('drawing' as const);
  if (facts.state === 'announced') return 'announced' as const;
  return facts.state === 'joining' ? ('joining' as const) : ('drawing' as const);
}

function Result({ context, verdict }: DrawPageProps) {
  const { language } = context;
  const t = drawTexts.for(language);
  if (!verdict.ok) {
    const words = verdictTexts.for(language)(verdict.fault, { detail: verdict.detail || '–' });
    return (
      <Alert language={language} tone="danger" title={t('result.fault')}>
        <p>{words}</p>
      </Alert>
    );
  }
  const { result } = verdict;
  const tone = result === 'correct' ? 'success' : result === 'not-revealed' ? 'info' : 'warning';
  return (
    <Alert language={language} tone={tone} title={t(`result.${result}`)}>
      <p>{t(`result.${result}.about`)}</p>
    </Alert>
  );
}

function Own({ context, facts, asked, found }: DrawPageProps) {
  const { language } = context;
  const t = drawTexts.for(language);
  if (facts.closedAt === null) return <p>{t('ownNotYet')}</p>;
  return (
    <>
      <SearchForm
        language={language}
        action={`/draws/${facts.code}`}
        name="ticket"
        label={t('ownLabel')}
        hint={t('ownHint')}
        value={asked}
      />
      {asked !== '' && <div class="mt-3" />}
      {found && (
        <Alert language={language} tone={found.place === null ? 'info' : 'success'} live title={foundTitle(found, t)}>
          <p class="mb-2">
            {t('foundName')}{' '}
            <span class="t-draw-hash" translate={false}>
              {found.pseudonym}
            </span>
            {found.weight > 1 && t('foundWeight', { weight: found.weight })}
          </p>
          <p>{t('foundWrong')}</p>
        </Alert>
      )}
      {asked !== '' && !found && (
        <Alert language={language} tone="warning" live title={t('unknown')}>
          <p>{t('unknownAbout')}</p>
        </Alert>
      )}
    </>
  );
}

function foundTitle({ number, place, state }: FoundTicket, t: ReturnType<typeof drawTexts.for>): string {
  if (state !== 'in') return t(`found.${state}`, { number });
  return place === null ? t('found.none', { number }) : t('found.place', { number, place });
}

function SelfCheck({ language, facts }: { language: Language; facts: DrawFacts }) {
  const t = drawTexts.for(language);
  return (
    <>
      <p>{t('selfAbout')}</p>
      <ol>
        {(['step.1', 'step.2', 'step.3', 'step.4'] as const).map((step) => (
          <li key={step}>{t(step)}</li>
        ))}
      </ol>
      <p>
        <a href={`/api/v1/releases/${facts.code}/proof`} download={`${facts.code}.json`}>
          {t('download')}
        </a>
      </p>
      <details class="mb-3">
        <summary>{t('code')}</summary>
        <p>{t('codeAbout')}</p>
        <Code>{ownCheck}</Code>
      </details>
      <details class="mb-4">
        <summary>{t('rules')}</summary>
        <Code>{facts.rules}</Code>
      </details>
    </>
  );
}

function Code({ children }: { children: ComponentChildren }) {
  return (
    <pre class="t-draw-code" translate={false}>
      {children}
    </pre>
  );
}
