import type { Offering } from '#features/offices/index.ts';
import { localText } from '#platform/language.ts';
import { Alert } from '#ui/alert.tsx';
import { Actions, Button, ButtonLink } from '#ui/button.tsx';
import { CheckboxField, RadioField, SelectField } from '#ui/fields/choice-field.tsx';
import { DateField } from '#ui/fields/date-field.tsx';
import { Fieldset } from '#ui/fields/field.tsx';
import { Form, type FormState } from '#ui/fields/form.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import { OfficeLayout } from '#ui/frame/office-layout.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { PageHeading } from '#ui/page-heading.tsx';
import { nameOf, partyOf } from '../../citizen/join/join.form.ts';
import { joinTexts } from '../../citizen/join/join.text.ts';
import type { JoinRefusal } from '../../ticket/take-ticket.ts';
import { deskPaths } from '../desk-paths.ts';
import { aboveReleases, type AtDraw } from './at-draw.ts';
import { drawDeskTexts } from './draw-desk.text.ts';

export const entryChannels = ['desk', 'phone', 'partner-desk'] as const;

export interface EnterPersonProps {
  readonly context: PageContext;
  readonly at: AtDraw;
  readonly offerings: readonly Offering[];
  readonly offering: Offering;
  readonly form: FormState;
  readonly refused: JoinRefusal | undefined;
}

/** Somebody on the phone or at the desk joins the same draw. */
export function EnterPersonView(props: EnterPersonProps) {
  const { context, at, offerings, offering, form, refused } = props;
  const { language } = context;
  const t = drawDeskTexts.for(language);
  const { office, facts } = at;
  const back = deskPaths.draw(office.code, facts.code);
  return (
    <OfficeLayout
      context={context}
      at={at}
      title={t('enterTitle')}
      width="text"
      formId="enter-person"
      invalid={form.errors.length > 0}
      breadcrumb={[...aboveReleases(at, t('releases')), { label: t('title'), href: back }, { label: t('enter') }]}
    >
      {refused && <Alert language={language} tone="warning" live title={t(`joined.${refused}`)} />}
      <PageHeading title={t('enterTitle')} lead={t('enterLead')} />
      <Form id="enter-person" form={form} csrf={context.csrf}>
        {offerings.length > 1 && (
          <SelectField
            form={form}
            name="service"
            label={t('service')}
            options={offerings.map((one) => ({
              value: one.serviceCode,
              label: localText(one.serviceName, language),
            }))}
          />
        )}
        <RadioField
          form={form}
          name="channel"
          label={t('channel')}
          options={entryChannels.map((value) => ({ value, label: t(`channel.${value}`) }))}
        />
        <People form={form} offering={offering} />
        <CheckboxField form={form} name="identified" label={t('identified')} hint={t('identifiedHint')} optional />
        <Actions>
          <Button>{t('enterSave')}</Button>
          <ButtonLink href={back} kind="secondary">
            {t('back')}
          </ButtonLink>
        </Actions>
      </Form>
    </OfficeLayout>
  );
}

function People({ form, offering }: { form: FormState; offering: Offering }) {
  const t = joinTexts.for(form.language);
  const party = partyOf(form.values, offering);
  return (
    <>
      <input type="hidden" name="party" value={party} />
      {Array.from({ length: party }, (_, at) => (
        <Fieldset key={at} form={form} legend={party > 1 ? t('person', { number: at + 1 }) : t('who')}>
          <Person form={form} at={at} isRequired={offering.codiceFiscale === 'required'} />
        </Fieldset>
      ))}
      {offering.partyMax > 1 && (
        <div class="t-actions mb-4">
          {party < offering.partyMax && (
            <Button kind="secondary" small icon="plus" name="go" value="add">
              {t('add')}
            </Button>
          )}
          {party > 1 && (
            <Button kind="plain" small name="go" value="remove">
              {t('remove')}
            </Button>
          )}
        </div>
      )}
    </>
  );
}

function Person({ form, at, isRequired }: { form: FormState; at: number; isRequired: boolean }) {
  const t = joinTexts.for(form.language);
  const text = (name: 'givenName' | 'familyName', maxlength = 80) => (
    <TextField form={form} name={nameOf(at, name)} label={t(name)} autocomplete="off" maxlength={maxlength} />
  );
  return (
    <>
      {text('givenName')}
      {text('familyName')}
      <TextField
        form={form}
        name={nameOf(at, 'codiceFiscale')}
        label={t('codiceFiscale')}
        hint={isRequired ? t('codiceFiscaleHint') : t('codiceFiscaleIfAny')}
        size="code"
        autocomplete="off"
        maxlength={24}
        optional={!isRequired}
      />
      {!isRequired && (
        <>
          <DateField form={form} name={nameOf(at, 'birthDate')} label={t('birthDate')} optional />
          <TextField
            form={form}
            name={nameOf(at, 'birthPlace')}
            label={t('birthPlace')}
            autocomplete="off"
            maxlength={80}
            optional
          />
        </>
      )}
    </>
  );
}
