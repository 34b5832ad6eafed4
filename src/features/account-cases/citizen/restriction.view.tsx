import { dayIn, withArticle } from '#platform/dates.ts';
import type { Language } from '#platform/language.ts';
import { Alert } from '#ui/alert.tsx';
import { Actions, Button, ButtonLink } from '#ui/button.tsx';
import { Form, type FormState } from '#ui/fields/form.tsx';
import { TextareaField } from '#ui/fields/text-field.tsx';
import { Layout } from '#ui/frame/layout.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { sitePaths } from '#ui/frame/site-paths.ts';
import { PageHeading } from '#ui/page-heading.tsx';
import type { Appeal } from '../appeals/appeal.query.ts';
import { appealAgainFrom, longestAppeal, mayAppealAgain } from '../appeals/appeal.rules.ts';
import { Lines } from '../lines.view.tsx';
import { ownPaths } from '../paths.ts';
import type { BlockCase, PauseCase } from '../restriction.query.ts';
import { BlockFacts, blockTitle, PauseFacts, pauseTitle, StillPossible } from './restriction-facts.view.tsx';
import { restrictionTexts } from './restrictions.text.ts';

/** One block or pause: the facts, what stays possible, what was said, and the form to answer. */
export function RestrictionView(props: {
  context: PageContext;
  about: { kind: 'block'; found: BlockCase } | { kind: 'pause'; found: PauseCase };
  form: FormState;
  now: Temporal.Instant;
  sent: boolean;
  /** reached by the link of an e-mail: there are no other pages of theirs to lead to */
  byLink?: boolean;
}) {
  const { context, about, form, now, sent, byLink = false } = props;
  const { language } = context;
  const t = restrictionTexts.for(language);
  const title = about.kind === 'block' ? blockTitle(about.found, language) : pauseTitle(about.found, language);
  const { zone } = about.found;
  const appeals =
    about.kind === 'block' ? about.found.appeals : [about.found.appeal].filter((one) => one !== undefined);
  const [last] = appeals;
  const inForce = about.kind === 'pause' || about.found.inForce;
  const isOpen = last?.outcome === null;
  const isTooSoon = !!last?.decidedAt && (about.kind === 'pause' || !mayAppealAgain(last.decidedAt, now));
  const mayAnswer = inForce && !isOpen && !isTooSoon;
  return (
    <Layout
      context={context}
      title={title}
      width="text"
      formId={mayAnswer ? 'appeal' : undefined}
      invalid={form.errors.length > 0}
      breadcrumb={byLink ? undefined : [{ label: t('title'), href: ownPaths.restrictions }, { label: title }]}
    >
      <PageHeading title={title} lead={inForce ? t('lead') : t('over')} />
      {sent && isOpen && (
        <Alert language={language} tone="success" title={t('sent')} live>
          <p class="mb-0">{t('sentAbout', { day: dayOf(last.createdAt, zone, language) })}</p>
        </Alert>
      )}
      {about.kind === 'block' ? (
        <BlockFacts language={language} found={about.found} />
      ) : (
        <PauseFacts language={language} found={about.found} />
      )}
      {appeals.toReversed().map((appeal) => (
        <Said key={appeal.id} language={language} zone={zone} appeal={appeal} />
      ))}
      {about.kind === 'block' && <Decided language={language} found={about.found} />}
      {isOpen && !sent && <p class="t-muted">{t('waiting')}</p>}
      {mayAnswer && (
        <>
          <h2 class="h4 mt-4">{t('answerTitle')}</h2>
          <p>{t(about.kind === 'block' ? 'answerAbout' : 'answerAboutPause')}</p>
          <Form id="appeal" form={form} csrf={context.csrf}>
            <TextareaField
              form={form}
              name="text"
              label={t('answer')}
              hint={t('answerHint')}
              maxlength={longestAppeal}
              rows={8}
            />
            <Actions>
              <Button busy={t('sending')}>{t('send')}</Button>
            </Actions>
          </Form>
        </>
      )}
      {isTooSoon && inForce && about.kind === 'block' && last.decidedAt && (
        <p>{t('againFrom', { day: withArticle('dal', dayIn(appealAgainFrom(last.decidedAt), zone), language) })}</p>
      )}
      {inForce && (
        <StillPossible language={language}>
          {!byLink && (
            <ButtonLink href={sitePaths.bookings} kind="secondary">
              {t('bookings')}
            </ButtonLink>
          )}
        </StillPossible>
      )}
    </Layout>
  );
}

function Said({ language, zone, appeal }: { language: Language; zone: string; appeal: Appeal }) {
  const t = restrictionTexts.for(language);
  const { outcome, decidedAt, answer, text } = appeal;
  return (
    <>
      <h2 class="h4 mt-4">{t('yours', { day: dayOf(appeal.createdAt, zone, language) })}</h2>
      <blockquote class="blockquote">
        <Lines text={text} />
      </blockquote>
      {outcome && decidedAt && answer && (
        <>
          <h3 class="h4">{t('theirs', { day: dayOf(decidedAt, zone, language) })}</h3>
          <p>
            <strong>{t(`${outcome}Long`)}</strong>
          </p>
          <p>
            <Lines text={answer} />
          </p>
        </>
      )}
    </>
  );
}

/** What was decided without an answer of theirs. */
function Decided({ language, found }: { language: Language; found: BlockCase }) {
  const t = restrictionTexts.for(language);
  const own = found.decisions.filter(
    ({ decidedAt }) => !found.appeals.some((appeal) => appeal.decidedAt?.equals(decidedAt)),
  );
  return (
    <>
      {own.map((decision) => (
        <div key={decision.decidedAt.toString()}>
          <h2 class="h4 mt-4">{t('theirs', { day: dayOf(decision.decidedAt, found.zone, language) })}</h2>
          <p>
            <strong>{t(`${decision.outcome}Long`)}</strong>
          </p>
          <p>
            <Lines text={decision.reason} />
          </p>
        </div>
      ))}
    </>
  );
}

function dayOf(at: Temporal.Instant, zone: string, language: Language): string {
  return withArticle('il', dayIn(at, zone), language);
}
