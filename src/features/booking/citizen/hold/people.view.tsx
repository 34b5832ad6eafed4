import type { Offering, Question } from '#features/offices/index.ts';
import type { TicketPerson } from '#features/waiting-room/index.ts';
import { Actions, Button, ButtonLink } from '#ui/button.tsx';
import { CheckboxField, SelectField } from '#ui/fields/choice-field.tsx';
import { Fieldset } from '#ui/fields/field.tsx';
import { errorOf, Form, type FormState } from '#ui/fields/form.tsx';
import { Layout } from '#ui/frame/layout.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { PageHeading } from '#ui/page-heading.tsx';
import { residenceField } from '../../clearance/residence.ts';
import { ResidenceField } from '../../clearance/residence-field.view.tsx';
import { residenceNotice } from './residence-of.ts';
import { type Held, holdPath } from './held.ts';
import { ContactFields } from './contact-fields.view.tsx';
import { LogInNow } from './log-in-to-book.view.tsx';
import { logsInLast } from './login-last.rules.ts';
import { BookingSteps, HeldBar, kickerOf, WhenHeld } from './held-bar.view.tsx';
import { QuestionFields } from '../../questions/question-fields.view.tsx';
import { type VisitAsks, visitAsks } from '../../visit/visit-asks.ts';
import { VisitQuestions } from '../../visit/visit-questions.view.tsx';
import { whoOf } from '../../form/people-form.ts';
import { AboutTheVisit } from './about-the-visit.view.tsx';
import { peopleTexts } from './people.text.ts';
import { PersonFields } from './person-fields.view.tsx';
import { PartyFault } from './party-fault.view.tsx';
import { relationChoices } from '../../form/reasons.text.ts';

const formId = 'people';

/** One block a person, then how to reach who books, and what the office wants to know. */
export function PeopleView({ context, held, form }: { context: PageContext; held: Held; form: FormState }) {
  const { language } = context;
  const { hold, offering, questions } = held;
  const t = peopleTexts.for(language);
  const isLast = logsInLast(held);
  const asks = visitAsks(held.service.documents[held.office.kind] ?? [], offering);
  return (
    <Layout
      context={context}
      title={t('title')}
      width="text"
      formId={formId}
      invalid={form.errors.length > 0}
      bar={<HeldBar context={context} held={held} formId={formId} />}
    >
      <BookingSteps context={context} at="people" />
      <PageHeading
        title={t('title')}
        kicker={kickerOf(held, language)}
        lead={<WhenHeld held={held} language={language} />}
      />
      {context.user === null && <LogInNow language={language} held={held} />}
      <Form id={formId} form={form} csrf={context.csrf} action={holdPath(hold)} kept>
        <input type="hidden" name="who" value={whoOf(form.values)} />
        {Array.from({ length: hold.party }, (_, position) => (
          <Person
            key={position}
            {...{ form, position, party: hold.party, offering, questions, asks, day: hold.day }}
            known={context.user !== null}
            fixed={hold.ticketPeople?.[position]}
          />
        ))}
        {context.user === null && isLast ? (
          <p class="t-muted mb-4">{t('loginLater')}</p>
        ) : (
          <ContactFields form={form} folded={isLast} />
        )}
        <ResidenceField
          form={form}
          offering={offering}
          office={held.office}
          notice={errorOf(form, residenceField) ? undefined : residenceNotice(held, language)}
        />
        <AboutTheVisit form={form} offering={offering} />
        <CheckboxField
          form={form}
          name="privacy"
          label={
            <>
              {t('privacyBefore')}
              <a href={`/offices/${held.office.code}/privacy`} target="_blank" rel="noopener">
                {t('privacyLink')}
                <span class="visually-hidden"> {t('privacyNewTab')}</span>
              </a>
            </>
          }
        />
        <Actions>
          <Button>{t('continue')}</Button>
          {held.owner.kind === 'list' ? (
            // Another time would be another hold, and this seat lost: it is declined on the list's page, or kept.
            <ButtonLink href="/waiting-list" kind="secondary">
              {t('declineOffered')}
            </ButtonLink>
          ) : (
            <Button kind="secondary" name="go" value="times">
              {t('changeTime')}
            </Button>
          )}
        </Actions>
      </Form>
    </Layout>
  );
}

/** One of those who come: who they are, and what the office wants to know of each. */
export function Person(props: {
  form: FormState;
  position: number;
  party: number;
  offering: Offering;
  questions: readonly Question[];
  asks: VisitAsks;
  /** of the appointment, or the first on which it may be */
  day: Temporal.PlainDate;
  /** logged in: their data are written already */
  known: boolean;
  /** who waited with a ticket for this seat: nobody else can have it */
  fixed?: TicketPerson | undefined;
}) {
  const { form, position, party, offering, questions } = props;
  const t = peopleTexts.for(form.language);
  const isFirst = position === 0;
  const isMe = isFirst && whoOf(form.values) === 'me';
  const name = (field: string): string => `people.${position}.${field}`;
  const legend = party > 1 ? t('person', { number: position + 1 }) : isMe ? t('you') : t('who');
  return (
    <Fieldset form={form} legend={legend}>
      {isFirst && (
        <div class="mb-4">
          {!props.fixed && <p class="t-hint">{isMe ? t(props.known ? 'forMe' : 'forYou') : t('forOther')}</p>}
          {!props.fixed && maySwitch(offering, isMe) && (
            <Button kind="secondary" small name="go" value={isMe ? 'other' : 'me'}>
              {isMe ? t('toOther') : t('toMe')}
            </Button>
          )}
          {isMe && <PartyFault form={form} />}
        </div>
      )}
      {!isMe && (
        <SelectField
          form={form}
          name={name('relationship')}
          label={t('relationship')}
          options={relationChoices(form.language, offering.relationships)}
        />
      )}
      <PersonFields {...{ form, position, offering, isMe }} fixed={props.fixed} />
      <QuestionFields form={form} position={position} questions={questions} />
      <VisitQuestions form={form} position={position} asks={props.asks} day={props.day} />
    </Fieldset>
  );
}

/** Whether the first person may be somebody else, or the one who books, by the modes of the offering. */
function maySwitch({ partyModes }: Offering, isMe: boolean): boolean {
  return partyModes.some((mode) => (mode === 'companions-only') === isMe);
}
