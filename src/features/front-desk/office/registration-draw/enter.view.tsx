import { type DrawPlace, PreferencesFields, type RegistrationDraw, type SeatsFacts } from '#features/booking/index.ts';
import type { Offering, Question } from '#features/offices/index.ts';
import { localText } from '#platform/language.ts';
import { Alert } from '#ui/alert.tsx';
import { Actions, Button, ButtonLink } from '#ui/button.tsx';
import { Form, type FormState } from '#ui/fields/form.tsx';
import { OfficeLayout } from '#ui/frame/office-layout.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { PageHeading } from '#ui/page-heading.tsx';
import { type AtOffice, deskPath } from '../../at-office.ts';
import { PersonFields, RestFields } from '../new-booking/new-booking-people.view.tsx';
import { deskDrawTexts } from './draws.text.ts';

/** Wishes on the left, who on the right, one button. */
export function EnterView(props: {
  context: PageContext;
  at: AtOffice;
  draw: RegistrationDraw;
  stage: string;
  places: readonly DrawPlace[];
  services: readonly DrawPlace[];
  offering: Offering;
  questions: readonly Question[];
  facts: SeatsFacts;
  today: Temporal.PlainDate;
  party: number;
  form: FormState;
  refused: string | undefined;
}) {
  const { context, at, draw, stage, places, services, offering, questions, facts, today, party, form, refused } = props;
  const { language, csrf } = context;
  const t = deskDrawTexts.for(language);
  const here = deskPath(at.office, `releases/${draw.code}/registrations`);
  const others = services.filter(({ serviceCode }) => serviceCode !== offering.serviceCode);
  return (
    <OfficeLayout
      width="full"
      context={context}
      at={at}
      title={t('enter')}
      formId="enter"
      invalid={form.errors.length > 0}
      breadcrumb={[{ label: t('title'), href: here }, { label: t('enter') }]}
    >
      <PageHeading title={t('enter')} kicker={localText(offering.serviceName, language)} lead={t('enterLead')} />
      {refused !== undefined && (
        <Alert language={language} tone="warning" live title={t('refused', { why: refused.replaceAll('-', '') })} />
      )}
      {others.map(({ serviceCode, serviceName }) => (
        <p key={serviceCode}>
          <a href={`${here}/new?service=${serviceCode}`}>
            {t('forService', { service: localText(serviceName, language) })}
          </a>
        </p>
      ))}
      {stage === 'open' ? (
        <Form id="enter" form={form} csrf={csrf}>
          <div class="row">
            <div class="col-lg-5">
              <PreferencesFields
                {...{ form, places, facts, today }}
                hasWaitingList={false}
                asksResidence={offering.asksResidence}
              />
              {offering.partyMax > 1 && (
                <Button name="go" value="party" kind="secondary" small>
                  {t('showParty')}
                </Button>
              )}
            </div>
            <div class="col-lg-7">
              {Array.from({ length: Math.min(party, offering.partyMax) }, (_, position) => (
                <PersonFields key={position} {...{ form, position, party, offering, questions }} />
              ))}
              <RestFields form={form} offering={offering} office={at.office} onlyPartner={!at.may('see-booking')} />
              <Actions>
                <Button>{t('enterSubmit')}</Button>
                <ButtonLink href={here} kind="plain">
                  {t('enterBack')}
                </ButtonLink>
              </Actions>
            </div>
          </div>
        </Form>
      ) : (
        <Alert language={language} tone="info" title={t('notOpen')} />
      )}
    </OfficeLayout>
  );
}
