import type { CheckResult } from '#features/photo/index.ts';
import { Actions, Button, ButtonLink } from '#ui/button.tsx';
import { CheckboxesField } from '#ui/fields/choice-field.tsx';
import { ActionForm, Form, type FormState } from '#ui/fields/form.tsx';
import { Icon } from '#ui/icon.tsx';
import type { PhotoOfBooking } from '../completion/completion.rules.ts';
import { CalmChecks, OpenChecks, openCount } from './check-list.view.tsx';
import type { PhotoDetails } from './photo-details.query.ts';
import { PhotoFrame } from './photo-frame.view.tsx';
import { photoTexts } from './photo.text.ts';
import { proposalTexts } from './proposal.text.ts';
import { declarationsFor, isOfCovering } from './said.rules.ts';

export interface ProposalProps {
  readonly form: FormState;
  readonly csrf: string;
  readonly path: string;
  readonly photo: PhotoOfBooking;
  readonly details: PhotoDetails;
}

const icons = { pass: 'check-circle', warn: 'warning', fail: 'error', 'not-assessed': 'help' } as const;

const tones = {
  pass: 't-verdict t-verdict-pass',
  warn: 't-verdict t-verdict-warn',
  fail: 't-verdict t-verdict-fail',
  'not-assessed': 't-verdict',
} as const;

/** A photo that waits for its person's yes: how it looks, what is wrong first, and the one thing to do next. */
export function Proposal(props: ProposalProps) {
  const { form, path, photo, details } = props;
  const { language } = form;
  const t = proposalTexts.for(language);
  const { verdict, checks } = photo;
  const { said } = details;
  const toPage = `person=${photo.position}`;
  return (
    <section class="t-proposal" id="proposal" aria-labelledby="verdict">
      <div class="t-proposal-photo">
        <PhotoFrame path={path} photo={photo} alt={photoTexts.for(language)('proposedAlt')} guides />
        {details.source && (
          <ButtonLink href={`${path}/crop?${toPage}`} kind="secondary" icon="pencil">
            {t('adjust')}
          </ButtonLink>
        )}
      </div>
      <div class="t-proposal-words">
        <h2 id="verdict" class={tones[verdict]}>
          <Icon name={icons[verdict]} />
          <span>{verdictWords(photo, details, language)}</span>
        </h2>
        <p>{t(`about-${verdict}`)}</p>
        <OpenChecks checks={checks} language={language} said={said} about={(check) => coverButton(props, check)} />
        {said.headCovered && <Covered {...props} />}
        {verdict === 'fail' ? (
          <Actions>
            <ButtonLink href="#send" icon="camera">
              {t('another')}
            </ButtonLink>
          </Actions>
        ) : (
          <Accept {...props} />
        )}
        <CalmChecks checks={checks} language={language} said={said} />
      </div>
      <Discard {...props} />
      {verdict === 'fail' && (
        <div class="t-keep">
          <h3 class="h4">{t('keepTitle')}</h3>
          <p>{t('keepAbout')}</p>
          <ButtonLink href={`${path}/keep?${toPage}`} kind="secondary">
            {t('keep')}
          </ButtonLink>
        </div>
      )}
    </section>
  );
}

/** `C’è una cosa da sistemare`. */
export function verdictWords(
  { verdict, checks }: Pick<PhotoOfBooking, 'verdict' | 'checks'>,
  { said }: Pick<PhotoDetails, 'said'>,
  language: FormState['language'],
): string {
  const t = proposalTexts.for(language);
  if (verdict === 'fail' || verdict === 'warn') return t(verdict, { count: openCount(checks, said, verdict) });
  return t(verdict);
}

/** What the checks cannot see is confirmed, then the photo counts. */
function Accept({ form, csrf, path, photo, details }: ProposalProps) {
  const { language } = form;
  const t = proposalTexts.for(language);
  const asked = declarationsFor(photo.checks, details.said);
  return (
    <Form id="use" form={form} csrf={csrf} action={`${path}/accept`}>
      <input type="hidden" name="person" value={String(photo.position)} />
      <input type="hidden" name="proposal" value={photo.id} />
      <CheckboxesField
        form={form}
        name="declared"
        label={t('declare')}
        options={asked.map((value) => ({ value, label: t(value) }))}
      />
      <Actions>
        <Button icon="check" busy={photoTexts.for(language)('accepting')}>
          {photoTexts.for(language)('accept')}
        </Button>
      </Actions>
      <p class="mt-4">
        <a href={`${path}/keep?person=${photo.position}`}>{t('orKeep')}</a>
      </p>
    </Form>
  );
}

/** Whoever does not want it need not wait for it to be deleted. */
function Discard({ form, csrf, path, photo }: ProposalProps) {
  const { language } = form;
  const t = proposalTexts.for(language);
  const hidden = { person: String(photo.position), photo: photo.id, state: 'proposed' };
  return (
    <div class="t-discard">
      <p>{t('lapses')}</p>
      <ActionForm action={`${path}/remove`} csrf={csrf} language={language} hidden={hidden}>
        <Button kind="plain" small>
          {t('discard')}
        </Button>
      </ActionForm>
    </div>
  );
}

/** Beside what was found of a covered head: for religion or health it is no fault. */
function coverButton(props: ProposalProps, check: CheckResult) {
  const { form, details } = props;
  if (!isOfCovering(check) || details.said.headCovered) return null;
  const t = proposalTexts.for(form.language);
  return (
    <div class="t-cover">
      <p>{t('coverAsk')}</p>
      <CoverForm {...props} covered>
        {t('coverYes')}
      </CoverForm>
    </div>
  );
}

function Covered(props: ProposalProps) {
  const t = proposalTexts.for(props.form.language);
  return (
    <div class="t-cover">
      <p>
        <Icon name="info" /> {t('coverSaid')}.
      </p>
      <CoverForm {...props} covered={false}>
        {t('coverNo')}
      </CoverForm>
    </div>
  );
}

function CoverForm(props: ProposalProps & { covered: boolean; children: string }) {
  const { form, csrf, path, photo, covered, children } = props;
  const hidden = { person: String(photo.position), proposal: photo.id, headCovered: covered ? 'yes' : '' };
  return (
    <ActionForm action={`${path}/covering`} csrf={csrf} language={form.language} hidden={hidden}>
      <Button kind={covered ? 'secondary' : 'plain'} small>
        {children}
      </Button>
    </ActionForm>
  );
}
