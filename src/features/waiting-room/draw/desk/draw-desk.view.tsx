import { type Language, localText } from '#platform/language.ts';
import { Alert } from '#ui/alert.tsx';
import { Actions, Button, ButtonLink } from '#ui/button.tsx';
import { Form, type FormState } from '#ui/fields/form.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import { OfficeLayout } from '#ui/frame/office-layout.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { PageHeading } from '#ui/page-heading.tsx';
import { listInWords } from '#platform/list-in-words.ts';
import type { Mixing } from '../../tables.ts';
import { HappenedList, momentOf, PromisedList, valueDayWords } from '../public/draw-lists.view.tsx';
import { deskPaths } from '../desk-paths.ts';
import { aboveReleases, type AtDraw } from './at-draw.ts';
import { drawDeskTexts } from './draw-desk.text.ts';
import type { Difference, ValueStage } from './value-stage.query.ts';

export interface DrawDeskProps {
  readonly context: PageContext;
  readonly at: AtDraw;
  readonly stage: ValueStage;
  readonly form: FormState;
  readonly done: 'first' | 'agreed' | undefined;
}

/** `/office/:office/releases/:release/draw`: how far a draw is, and its public value. */
export function DrawDeskView(props: DrawDeskProps) {
  const { context, at, form, done } = props;
  const { language } = context;
  const t = drawDeskTexts.for(language);
  const { facts, office } = at;
  const canEnter = at.may('book-for-citizen') && facts.state !== 'ended' && facts.state !== 'announced';
  return (
    <OfficeLayout
      context={context}
      at={at}
      title={t('title')}
      width="text"
      formId="public-value"
      invalid={form.errors.length > 0}
      breadcrumb={[...aboveReleases(at, t('releases')), { label: t('title') }]}
    >
      {done && <Alert language={language} tone="success" live title={t(`done.${done}`)} />}
      <PageHeading title={t('title')} kicker={listInWords(facts.services, language)} />
      <Actions>
        {canEnter && facts.ordering !== 'registration-draw' && (
          <ButtonLink href={deskPaths.enter(office.code, facts.code)} icon="plus">
            {t('enter')}
          </ButtonLink>
        )}
        {facts.ordering === 'registration-draw' && (
          <ButtonLink href={deskPaths.registrations(office.code, facts.code)}>{t('registrations')}</ButtonLink>
        )}
        <ButtonLink href={`/draws/${facts.code}`} kind="secondary">
          {t('public')}
        </ButtonLink>
      </Actions>
      <h2>{t('value')}</h2>
      <Value {...props} />
      <h2>{t('happened')}</h2>
      <HappenedList language={language} facts={facts} />
      <h2>{t('promised')}</h2>
      <PromisedList language={language} facts={facts} />
    </OfficeLayout>
  );
}

function Value(props: DrawDeskProps) {
  const { context, at, stage } = props;
  const { language } = context;
  const t = drawDeskTexts.for(language);
  switch (stage.kind) {
    case 'too-early':
      return <p>{t('value.too-early', { from: momentOf(at.facts, stage.from, language) })}</p>;
    case 'agreed':
      return <p>{t('value.agreed', { first: stage.first, second: stage.second })}</p>;
    case 'to-type':
      return <ToType {...props} stage={stage} />;
    default:
      return <p>{t(`value.${stage.kind}`)}</p>;
  }
}

function ToType({ context, at, stage, form }: DrawDeskProps & { stage: Extract<ValueStage, { kind: 'to-type' }> }) {
  const { language } = context;
  const t = drawDeskTexts.for(language);
  const { mixing } = at.facts;
  const { differed, isSecond } = stage;
  if (mixing === null) return null;
  return (
    <>
      {differed && (
        <Alert language={language} tone="warning" title={t('differed')}>
          <p>{t('differedAbout', namesAndValues(differed))}</p>
        </Alert>
      )}
      <p>{sourceWords(mixing, language)}</p>
      {at.may('confirm') ? (
        <Form id="public-value" form={form} csrf={context.csrf}>
          <p>{t(isSecond ? 'value.second' : 'value.first')}</p>
          <TextField
            form={form}
            name="value"
            label={t('valueLabel')}
            hint={
              mixing.form.kind === 'numbers'
                ? t('numbersHint', { count: mixing.form.count })
                : t('digitsHint', { count: mixing.form.length })
            }
            autocomplete="off"
            maxlength={600}
          />
          <Actions>
            <Button>{t('save')}</Button>
          </Actions>
        </Form>
      ) : (
        <p>{t('mayNot')}</p>
      )}
    </>
  );
}

const namesAndValues = ({ first, firstName, second, secondName }: Difference) => ({
  first,
  firstName,
  second,
  secondName,
});

function sourceWords(mixing: Mixing, language: Language): string {
  const { source } = mixing;
  return drawDeskTexts.for(language)('source', {
    what: localText(mixing, language),
    day: valueDayWords(mixing, language),
    source,
  });
}
