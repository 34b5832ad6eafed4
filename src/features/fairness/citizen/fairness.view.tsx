import type { Office } from '#features/offices/index.ts';
import { momentWords } from '#features/planner/index.ts';
import { dayIn, longDate } from '#platform/dates.ts';
import { localText } from '#platform/language.ts';
import { ButtonLink } from '#ui/button.tsx';
import { Layout } from '#ui/frame/layout.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { PageHeading } from '#ui/page-heading.tsx';
import { fairnessPaths } from '../paths.ts';
import { fairnessTexts } from '../report/fairness.text.ts';
import { ReportBody } from '../report/report-body.view.tsx';
import type { FairnessReport } from '../report/report.query.ts';
import { publicFairnessTexts } from './fairness.text.ts';

/** A release as everybody may know it. */
export function FairnessView(props: {
  context: PageContext;
  office: Office;
  report: FairnessReport;
  hasDraw: boolean;
}) {
  const { context, office, report, hasDraw } = props;
  const { language } = context;
  const t = publicFairnessTexts.for(language);
  const name = localText(office.name, language);
  const title = t('title', { day: longDate(dayIn(report.opensAt, office.timeZone), language) });
  return (
    <Layout
      context={context}
      title={title}
      description={t('lead')}
      charts
      breadcrumb={[{ label: t('home'), href: '/' }, { label: name, href: `/offices/${office.code}` }, { label: title }]}
    >
      <PageHeading title={title} kicker={name} lead={t('lead')} />
      <p>
        {t('opened', {
          when: momentWords(report.opensAt, office.timeZone, language),
          city: localText(office.city, language),
          planners: report.planners.join(', '),
        })}
      </p>
      <h2>{fairnessTexts.for(language)('keys')}</h2>
      <ReportBody report={report} zone={office.timeZone} language={language} />
      <div class="t-downloads t-no-print">
        {hasDraw && <ButtonLink href={fairnessPaths.draw(report.code)}>{t('draw')}</ButtonLink>}
        <ButtonLink href={fairnessPaths.publicFile(report.code)} kind="secondary" icon="download">
          {t('csv')}
        </ButtonLink>
        <ButtonLink href={fairnessPaths.api(report.code)} kind="secondary" icon="download">
          {t('json')}
        </ButtonLink>
      </div>
      <p class="t-muted">{t('licence')}</p>
      <p>
        <a href={`/offices/${office.code}`}>{t('toOffice')}</a>
      </p>
    </Layout>
  );
}
