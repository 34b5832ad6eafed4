import type { Offering } from '#features/offices/index.ts';
import { localText } from '#platform/language.ts';
import { Alert } from '#ui/alert.tsx';
import { ButtonLink } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { SummaryList } from '#ui/summary-list.tsx';
import type { AtOffice } from '../../at-office.ts';
import { publicServicePath, settingsPaths } from '../../paths.ts';
import { ChangedLast } from '../../changed-last.view.tsx';
import { servicesTexts } from '../services.text.ts';
import { SettingsPage } from '../settings-page.view.tsx';
import type { PlannersGive } from './horizon-words.ts';
import { serviceParts } from './parts.ts';
import { rulesInWords } from './rules-in-words.ts';
import { serviceTexts } from './service.text.ts';

/** A service's rules as they are, part by part, each with the way to change it. */
export function ServiceHubView(props: {
  context: PageContext;
  at: AtOffice;
  offering: Offering;
  planners: PlannersGive;
  changed: { at: Temporal.Instant; by: string } | undefined;
  done?: 'saved' | 'unchanged' | undefined;
}) {
  const { context, at, offering, planners, changed, done } = props;
  const { language } = context;
  const { office } = at;
  const t = serviceTexts.for(language);
  const reader = { language, zone: office.timeZone, now: at.now, planners };
  return (
    <SettingsPage
      context={context}
      at={at}
      title={localText(offering.serviceName, language)}
      lead={t('lead')}
      above={[{ label: servicesTexts.for(language)('title'), href: settingsPaths.services(office.code) }]}
      aside={
        <ButtonLink href={publicServicePath(office.code, offering.serviceCode)} kind="secondary" icon="external-link">
          {t('publicPage')}
        </ButtonLink>
      }
    >
      {done && (
        <Alert language={language} tone={done === 'saved' ? 'success' : 'info'} live>
          <p class="mb-0">{t(done)}</p>
        </Alert>
      )}
      <ChangedLast language={language} zone={office.timeZone} changed={changed} />
      <div class="row g-4">
        {serviceParts.map((part) => (
          <div key={part} class="col-12 col-lg-6" id={part}>
            <Card title={t(part)}>
              <SummaryList language={language} rows={rulesInWords(part, offering, reader)} />
              <ButtonLink
                href={settingsPaths.servicePart(office.code, offering.serviceCode, part)}
                kind="secondary"
                small
                label={t('editOf', { part: t(part) })}
              >
                {t('edit')}
              </ButtonLink>
            </Card>
          </div>
        ))}
        <Further
          title={t('questions')}
          about={t('questionsAbout')}
          edit={t('editOf', { part: t('questions') })}
          href={settingsPaths.questions(office.code, offering.serviceCode)}
          words={t('edit')}
        />
        <Further
          title={t('invitations')}
          about={t(offering.inviteOnly ? 'invitationsAbout' : 'invitationsOff')}
          edit={t('openOf', { part: t('invitations') })}
          href={settingsPaths.invitations(office.code, offering.serviceCode)}
          words={t('open')}
        />
      </div>
    </SettingsPage>
  );
}

/** What a service has on pages of its own. */
function Further(props: { title: string; about: string; href: string; words: string; edit: string }) {
  return (
    <div class="col-12 col-lg-6">
      <Card title={props.title}>
        <p>{props.about}</p>
        <ButtonLink href={props.href} kind="secondary" small label={props.edit}>
          {props.words}
        </ButtonLink>
      </Card>
    </div>
  );
}
