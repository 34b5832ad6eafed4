import { dayMonthYear } from '#platform/dates.ts';
import { Badge } from '#ui/badge.tsx';
import { ButtonLink } from '#ui/button.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { sitePaths } from '#ui/frame/site-paths.ts';
import { accessibilityTexts } from './accessibility.text.ts';
import type { SiteOwner } from './owner.ts';
import { Reading, Words } from './reading.view.tsx';

/** When the program was last assessed by those who make it. */
const assessedOn = Temporal.PlainDate.from('2026-11-22');

const ombudsman = 'https://www.agid.gov.it/it/agenzia/difensore-civico-il-digitale';

const open = ['openPeople', 'openMail', 'openOffice'] as const;
const how = ['howAxe', 'howKeys', 'howScripts', 'howPhone', 'howColour', 'howTime', 'howPdf', 'howNot'] as const;

/** On AgID's model: the state, what is not accessible, how it was assessed, how to complain, and to whom after that. */
export function AccessibilityView(props: { context: PageContext; owner: SiteOwner; site: string; version: string }) {
  const { context, owner, site, version } = props;
  const { language } = context;
  const t = accessibilityTexts.for(language);
  const mail = owner.accessibilityEmail ?? owner.email;
  const list = (keys: readonly Parameters<typeof t>[0][]) => (
    <ul>
      {keys.map((key) => (
        <li key={key}>{t(key)}</li>
      ))}
    </ul>
  );
  const state = (
    <>
      <p>
        <Badge tone="warning">{t('stateWord')}</Badge>
      </p>
      <Words of={[t('stateText')]} />
    </>
  );
  const notYet = (
    <>
      <h3>{t('openLaw')}</h3>
      {list(open)}
      <h3>{t('openBurden')}</h3>
      <Words of={[t('nothing')]} />
      <h3>{t('openOutside')}</h3>
      <p>{t('nothing')}</p>
    </>
  );
  const tell = (
    <>
      <Words of={[t('tellText')]} />
      <p>
        <ButtonLink href={sitePaths.accessibilityReport}>{t('tellForm')}</ButtonLink>
      </p>
      {mail !== null && (
        <p>
          {t('tellMail')} <a href={`mailto:${mail}`}>{mail}</a>.
        </p>
      )}
      <p>
        {t('tellBook')} <a href={sitePaths.offices}>{t('tellOffices')}</a>.
      </p>
    </>
  );
  const enforce = (
    <>
      <Words of={[t('enforceText')]} />
      <p>
        <a href={ombudsman} hreflang="it">
          {t('enforceLink')}
        </a>
      </p>
    </>
  );
  return (
    <Reading
      context={context}
      title={t('title')}
      lead={t('lead')}
      before={<p>{t('commitment', { owner: owner.name ?? t('someone'), site })}</p>}
      sections={[
        { id: 'state', title: t('state'), body: state },
        { id: 'open', title: t('open'), body: notYet },
        {
          id: 'how',
          title: t('how'),
          body: (
            <>
              <Words of={[t('howDate', { day: dayMonthYear(assessedOn, language), version })]} />
              {list(how)}
            </>
          ),
        },
        { id: 'tell', title: t('tell'), body: tell },
        { id: 'enforce', title: t('enforce'), body: enforce },
        { id: 'about', title: t('about'), body: <Words of={[t('aboutSite', { version }), t('aboutYearly')]} /> },
      ]}
    />
  );
}
