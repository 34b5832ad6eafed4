import { type Language, localText } from '#platform/language.ts';
import { Actions, Button, ButtonLink } from '#ui/button.tsx';
import { Card, CardLink, Cards } from '#ui/card.tsx';
import { Form, type FormState } from '#ui/fields/form.tsx';
import { Layout } from '#ui/frame/layout.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { PageHeading } from '#ui/page-heading.tsx';
import type { ComponentChildren } from 'preact';
import type { OwnRegistration } from '../../registration-draw/own-registration.query.ts';
import type { RegistrationDraw } from '../../registration-draw/registration-draw.query.ts';
import { type DrawAt, registerPath } from './door.ts';
import { crumbsOf, DrawFacts, HowItWorks, StageNews } from './draw-facts.view.tsx';
import { asksResidence, seatsFacts } from './facts.ts';
import { PreferencesFields, preferenceWords, Preview } from './preferences-fields.view.tsx';
import { registerTexts } from './register.text.ts';

export interface RegisterProps {
  readonly context: PageContext;
  readonly at: DrawAt;
  readonly form: FormState;
  readonly own: readonly OwnRegistration[];
  /** another one is wanted, beside those there are */
  readonly another: boolean;
  readonly preview: { fits: { times: number; seats: number }; chance: number } | undefined;
  /** who may book, where not everybody may */
  readonly news: ComponentChildren;
}

/** A registration draw: what there is to get, how likely it is, and the wishes of somebody who registers. */
export function RegisterView(props: RegisterProps) {
  const { context, at, form, own, another, preview, news } = props;
  const { draw, stage, places, offering, slots } = at;
  const { language } = context;
  const t = registerTexts.for(language);
  const [place] = places;
  const service = place && localText(place.serviceName, language);
  const isOpen = stage === 'open';
  const showsForm = isOpen && place !== undefined && (own.length === 0 || another);
  return (
    <Layout
      context={context}
      title={t('title')}
      width="text"
      breadcrumb={crumbsOf(at, language)}
      {...(showsForm && { formId: 'preferences' })}
      invalid={form.errors.length > 0}
    >
      <PageHeading
        title={t('title')}
        kicker={[service, localText(draw.officeName, language)].filter(Boolean).join(' · ')}
        lead={t('lead')}
      />
      <StageNews at={at} language={language} />
      {own.map((registration) => (
        <Own key={registration.number} {...{ registration, draw, language }} isOver={stage === 'assigned'} />
      ))}
      <DrawFacts at={at} language={language} />
      {isOpen && place === undefined && <Services at={at} language={language} />}
      {showsForm && (
        <>
          {news}
          <h2 id="wishes">{t('wishes')}</h2>
          {preview && <Preview language={language} {...preview} />}
          <Form id="preferences" form={form} csrf={context.csrf}>
            <PreferencesFields
              {...{ form, places }}
              facts={seatsFacts(slots, draw.timeZone)}
              today={at.today}
              hasWaitingList={offering?.waitingList === true}
              asksResidence={asksResidence(offering)}
            />
            <Actions>
              <Button name="go" value="continue">
                {context.user ? t('continue') : t('login')}
              </Button>
              <Button name="go" value="preview" kind="secondary">
                {t('preview')}
              </Button>
            </Actions>
          </Form>
        </>
      )}
      {isOpen && own.length > 0 && !another && (
        <Actions>
          <ButtonLink href={`${registerPath(draw)}?another=1`} kind="secondary">
            {t('another')}
          </ButtonLink>
        </Actions>
      )}
      <HowItWorks draw={draw} language={language} />
    </Layout>
  );
}

function Own(props: { registration: OwnRegistration; draw: RegistrationDraw; language: Language; isOver: boolean }) {
  const { registration, draw, language, isOver } = props;
  const t = registerTexts.for(language);
  const { names, number, wishes } = registration;
  return (
    <Card level={2} highlighted title={names.length > 0 ? t('ownOf', { names: names.join(', ') }) : t('own')}>
      <p>{preferenceWords(wishes, language)}</p>
      <ButtonLink href={registerPath(draw, `/${number}`)}>{isOver ? t('seeResult') : t('see')}</ButtonLink>
    </Card>
  );
}

function Services({ at: { draw, services }, language }: { at: DrawAt; language: Language }) {
  return (
    <>
      <h2>{registerTexts.for(language)('service')}</h2>
      <Cards>
        {services.map(({ serviceCode, serviceName }) => (
          <CardLink
            key={serviceCode}
            href={`${registerPath(draw)}?service=${serviceCode}`}
            title={localText(serviceName, language)}
          />
        ))}
      </Cards>
    </>
  );
}
