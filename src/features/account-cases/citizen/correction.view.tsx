import type { AccountProfile } from '#features/identity/index.ts';
import { dayIn, withArticle } from '#platform/dates.ts';
import { type Language, type LocalText, localText } from '#platform/language.ts';
import { Alert } from '#ui/alert.tsx';
import { Badge } from '#ui/badge.tsx';
import { Actions, Button, ButtonLink } from '#ui/button.tsx';
import { DateField } from '#ui/fields/date-field.tsx';
import { Fieldset } from '#ui/fields/field.tsx';
import { ActionForm, Form, type FormState } from '#ui/fields/form.tsx';
import { TextareaField, TextField } from '#ui/fields/text-field.tsx';
import { Layout } from '#ui/frame/layout.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { sitePaths } from '#ui/frame/site-paths.ts';
import { PageHeading } from '#ui/page-heading.tsx';
import type { ProfileChange } from '../changes/change.query.ts';
import { ChangeTable } from '../change-table.view.tsx';
import { Lines } from '../lines.view.tsx';
import { ownPaths } from '../paths.ts';
import { personTexts } from '../person-details.view.tsx';
import { correctionTexts } from './correction.text.ts';

/** Characters of the reason. */
export const longestWhy = 1_000;

export function CorrectionView(props: {
  context: PageContext;
  profile: AccountProfile;
  changes: readonly ProfileChange[];
  offices: readonly LocalText[];
  form: FormState;
  done: string;
}) {
  const { context, changes, offices, form, done } = props;
  const { language } = context;
  const t = correctionTexts.for(language);
  const open = changes.find(({ outcome }) => outcome === null);
  const names = new Intl.ListFormat(language).format(offices.map((name) => localText(name, language)));
  return (
    <Layout
      context={context}
      title={t('title')}
      width="text"
      formId={open ? undefined : 'correction'}
      breadcrumb={[{ label: t('profile'), href: sitePaths.profile }, { label: t('title') }]}
      invalid={form.errors.length > 0}
    >
      <PageHeading title={t('title')} lead={t('lead')} />
      {done === 'sent' && open && <Alert language={language} tone="success" title={t('sent')} live />}
      {done === 'withdrawn' && !open && <Alert language={language} tone="success" title={t('withdrawn')} live />}
      {open ? (
        <Open context={context} change={open} />
      ) : (
        <>
          <p>{t('why0')}</p>
          <p>{offices.length > 0 ? t('decidesOffice', { offices: names }) : t('decidesNobody')}</p>
          <Ask context={context} form={form} />
        </>
      )}
      <History language={language} changes={changes.filter(({ outcome }) => outcome !== null)} />
    </Layout>
  );
}

function Ask({ context, form }: { context: PageContext; form: FormState }) {
  const t = correctionTexts.for(context.language);
  const p = personTexts.for(context.language);
  return (
    <Form id="correction" action={ownPaths.correction} form={form} csrf={context.csrf}>
      <Fieldset form={form} legend={t('legend')}>
        <p class="t-muted">{t('legendHint')}</p>
        <TextField form={form} name="givenName" label={p('givenName')} maxlength={80} />
        <TextField form={form} name="familyName" label={p('familyName')} maxlength={80} />
        <DateField form={form} name="birthDate" label={p('birthDate')} />
        <TextField form={form} name="birthPlace" label={p('birthPlace')} maxlength={80} optional />
        <TextField
          form={form}
          name="codiceFiscale"
          label={p('codiceFiscale')}
          hint={t('codiceFiscaleHint')}
          size="code"
          maxlength={20}
          optional
        />
      </Fieldset>
      <TextareaField form={form} name="why" label={t('why')} hint={t('whyHint')} maxlength={longestWhy} rows={5} />
      <Actions>
        <Button busy={t('sending')}>{t('send')}</Button>
        <ButtonLink href={sitePaths.profile} kind="secondary">
          {t('back')}
        </ButtonLink>
      </Actions>
    </Form>
  );
}

function Open({ context, change }: { context: PageContext; change: ProfileChange }) {
  const { language, csrf } = context;
  const t = correctionTexts.for(language);
  return (
    <>
      <h2 class="h4">{t('open')}</h2>
      <p>{t('openAbout', { day: dayOf(change.createdAt, language) })}</p>
      <ChangeTable language={language} change={change} words={words(language)} />
      <p>
        <strong>{t('yourWhy')}:</strong> <Lines text={change.why} />
      </p>
      <ActionForm action={`${ownPaths.correction}/withdraw`} csrf={csrf} language={language}>
        <Button kind="secondary">{t('withdraw')}</Button>
      </ActionForm>
    </>
  );
}

function History({ language, changes }: { language: Language; changes: readonly ProfileChange[] }) {
  const t = correctionTexts.for(language);
  if (changes.length === 0) return null;
  return (
    <>
      <h2 class="h4 mt-5">{t('history')}</h2>
      {changes.map((change) => (
        <div key={change.id} class="mb-4">
          <p class="mb-1">
            {change.outcome && (
              <Badge tone={change.outcome === 'accepted' ? 'success' : 'neutral'}>
                {t(change.outcome === 'withdrawn' ? 'withdrawn-state' : change.outcome)}
              </Badge>
            )}{' '}
            <span class="t-muted">{dayOf(change.decidedAt ?? change.createdAt, language)}</span>
          </p>
          <ChangeTable language={language} change={change} words={words(language)} />
          {change.answer && (
            <p>
              <strong>{t('answer')}:</strong> <Lines text={change.answer} />
            </p>
          )}
          {change.bookingsToo && <p>{t('bookingsToo')}</p>}
        </div>
      ))}
    </>
  );
}

function words(language: Language) {
  const t = correctionTexts.for(language);
  return { caption: t('caption'), field: t('field'), before: t('before'), after: t('after') };
}

function dayOf(at: Temporal.Instant, language: Language): string {
  return withArticle('il', dayIn(at, 'Europe/Rome'), language);
}
