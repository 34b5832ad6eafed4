import type { Offering, Question } from '#features/offices/index.ts';
import { localText } from '#platform/language.ts';
import { Actions, Button, ButtonLink } from '#ui/button.tsx';
import { CheckboxField } from '#ui/fields/choice-field.tsx';
import { Form, type FormState } from '#ui/fields/form.tsx';
import { Layout } from '#ui/frame/layout.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { PageHeading } from '#ui/page-heading.tsx';
import { SummaryList } from '#ui/summary-list.tsx';
import { ResidenceField } from '../../clearance/residence-field.view.tsx';
import { whoOf } from '../../form/people-form.ts';
import type { PlacedPreferences } from '../../registration-draw/keep-registration.ts';
import type { VisitAsks } from '../../visit/visit-asks.ts';
import { AboutTheVisit } from '../hold/about-the-visit.view.tsx';
import { ContactFields } from '../hold/contact-fields.view.tsx';
import { Person } from '../hold/people.view.tsx';
import type { DrawAt } from './door.ts';
import { preferenceWords } from './preferences-fields.view.tsx';
import { crumbsOf } from './draw-facts.view.tsx';
import { registerTexts } from './register.text.ts';

/** Who registers: the same that a booking asks, so that the seat can be booked without asking again. */
export function PeopleView(props: {
  context: PageContext;
  at: DrawAt;
  offering: Offering;
  questions: readonly Question[];
  asks: VisitAsks;
  preferences: PlacedPreferences;
  day: Temporal.PlainDate;
  /** the page of the wishes, as they were typed */
  back: string;
  form: FormState;
}) {
  const { context, at, offering, questions, asks, preferences, day, back, form } = props;
  const { language } = context;
  const t = registerTexts.for(language);
  const { wishes, places } = preferences;
  const offices = places.map(({ officeName }) => localText(officeName, language)).join(', ');
  return (
    <Layout
      context={context}
      title={t('peopleTitle')}
      width="text"
      breadcrumb={crumbsOf(at, language)}
      formId="people"
      invalid={form.errors.length > 0}
    >
      <PageHeading
        title={t('peopleTitle')}
        kicker={`${localText(offering.serviceName, language)} · ${offices}`}
        lead={t('peopleLead')}
      />
      <SummaryList
        language={language}
        rows={[
          {
            key: t('yourWishes'),
            value: preferenceWords(wishes, language),
            change: back,
          },
        ]}
      />
      <Form id="people" form={form} csrf={context.csrf}>
        <input type="hidden" name="who" value={whoOf(form.values)} />
        {Array.from({ length: wishes.party }, (_, position) => (
          <Person key={position} {...{ form, position, party: wishes.party, offering, questions, asks, day }} known />
        ))}
        <ContactFields form={form} folded={false} />
        <ResidenceField form={form} offering={offering} office={at.office} />
        <AboutTheVisit form={form} offering={offering} />
        <CheckboxField
          form={form}
          name="privacy"
          label={
            <>
              {t('privacyBefore')}
              <a href={`/offices/${at.office.code}/privacy`} target="_blank" rel="noopener">
                {t('privacyLink')}
                <span class="visually-hidden"> {t('privacyNewTab')}</span>
              </a>
            </>
          }
        />
        <Actions>
          <Button busy={t('submitting')}>{t('submit')}</Button>
          <ButtonLink href={back} kind="plain">
            {t('changeWishes')}
          </ButtonLink>
        </Actions>
      </Form>
    </Layout>
  );
}
