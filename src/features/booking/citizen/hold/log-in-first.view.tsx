import { localText } from '#platform/language.ts';
import { ButtonLink } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { Columns } from '#ui/columns.tsx';
import { Layout } from '#ui/frame/layout.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { PageHeading } from '#ui/page-heading.tsx';
import { timesPath } from '#ui/frame/site-paths.ts';
import { SummaryList } from '#ui/summary-list.tsx';
import { digitalLevel } from '../../eligibility/digital-login.ts';
import { type Held, holdPath } from './held.ts';
import { BookingSteps, HeldBar, heldUntil, WhenHeld } from './held-bar.view.tsx';
import { logInFirstTexts } from './log-in-first.text.ts';

/** A seat is held by a browser: who sits in it must log in or register, and comes back here. */
export function LogInFirstView({ context, held }: { context: PageContext; held: Held }) {
  const { language } = context;
  const { hold, office, offering } = held;
  const t = logInFirstTexts.for(language);
  const next = encodeURIComponent(holdPath(hold));
  const level = digitalLevel(offering);
  const change = timesPath({
    officeCode: office.code,
    serviceCode: offering.serviceCode,
    day: hold.day,
    party: hold.party,
  });
  return (
    <Layout context={context} title={t('title')} bar={<HeldBar context={context} held={held} />}>
      <BookingSteps context={context} at="login" />
      <PageHeading title={t('title')} lead={t('lead', { time: heldUntil(held, language) })} />
      <Columns
        aside={
          <SummaryList
            language={language}
            rows={[
              { key: t('what'), value: localText(offering.serviceName, language) },
              { key: t('where'), value: localText(office.name, language) },
              { key: t('when'), value: <WhenHeld held={held} language={language} />, change },
              { key: t('howMany'), value: t('party', { party: hold.party }) },
            ]}
          />
        }
      >
        {level !== undefined && (
          <Card title={t('digital')}>
            <p>{t('digitalAbout', { level })}</p>
            <ButtonLink href={`/login?level=${level}&next=${next}`}>{t('digitalLogin')}</ButtonLink>
          </Card>
        )}
        {level === undefined && (
          <div class="row">
            <div class="col-md-6">
              <Card title={t('known')}>
                <p>{t('knownAbout')}</p>
                <ButtonLink href={`/login?next=${next}`}>{t('login')}</ButtonLink>
              </Card>
            </div>
            <div class="col-md-6">
              <Card title={t('unknown')}>
                <p>{t('unknownAbout')}</p>
                <ButtonLink href={`/register?next=${next}`} kind="secondary">
                  {t('register')}
                </ButtonLink>
              </Card>
            </div>
          </div>
        )}
      </Columns>
    </Layout>
  );
}
