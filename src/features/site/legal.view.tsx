import { Alert } from '#ui/alert.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { Table } from '#ui/table.tsx';
import { sitePaths } from '#ui/frame/site-paths.ts';
import { type DataSource, dataSources } from './data-sources.ts';
import { legalTexts } from './legal.text.ts';
import type { SiteOwner } from './owner.ts';
import { OwnerFacts } from './owner-facts.view.tsx';
import { Reading, Words } from './reading.view.tsx';

const eupl = 'https://interoperable-europe.ec.europa.eu/collection/eupl/eupl-text-eupl-12';

/** Who answers for the site, what it is made of, and what it costs: nothing. */
export function LegalView(props: {
  context: PageContext;
  owner: SiteOwner;
  version: string;
  hasSecurityText: boolean;
}) {
  const { context, owner, version, hasSecurityText } = props;
  const { language } = context;
  const t = legalTexts.for(language);
  const who = (
    <>
      {context.demo && (
        <Alert language={language} tone="warning">
          <p class="mb-0">{t('demo')}</p>
        </Alert>
      )}
      <OwnerFacts language={language} owner={owner} />
      <p>
        <a href={sitePaths.offices}>{t('offices')}</a>
      </p>
    </>
  );
  const software = (
    <>
      <Words of={[t('softwareText', { version })]} />
      <p>
        <a href={`${eupl}`} hreflang={language}>
          {t('licence')}
        </a>
      </p>
      <p>{owner.sourceUrl === null ? t('sourceUnsaid') : <a href={owner.sourceUrl}>{t('source')}</a>}</p>
      <Words of={[t('design')]} />
    </>
  );
  const data = (
    <>
      <Words of={[t('dataText')]} />
      <Table
        caption={t('data')}
        columns={[{ label: t('dataOf') }, { label: t('dataWhat') }, { label: t('dataLicence') }]}
        rows={dataSources.map((source) => ({
          key: source.key,
          cells: [<Source key={source.key} source={source} />, t(source.key), source.licence],
        }))}
      />
    </>
  );
  const safety = (
    <p>
      <a href={sitePaths.securityText}>{t('safetyText')}</a>
    </p>
  );
  return (
    <Reading
      context={context}
      title={t('title')}
      lead={t('lead')}
      sections={[
        { id: 'who', title: t('who'), body: who },
        { id: 'free', title: t('free'), body: <Words of={[t('freeText')]} /> },
        { id: 'software', title: t('software'), body: software },
        { id: 'data', title: t('data'), body: data },
        { id: 'own', title: t('own'), body: <Words of={[t('ownText')]} /> },
        ...(hasSecurityText ? [{ id: 'safety', title: t('safety'), body: safety }] : []),
      ]}
    />
  );
}

function Source({ source: { by, link } }: { source: DataSource }) {
  return link === undefined ? <>{by}</> : <a href={link}>{by}</a>;
}
