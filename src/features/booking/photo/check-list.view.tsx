import type { ComponentChildren } from 'preact';
import { checkInWords, type CheckResult, type Verdict } from '#features/photo/index.ts';
import type { Language } from '#platform/language.ts';
import { Badge } from '#ui/badge.tsx';
import { photoTexts } from './photo.text.ts';
import { declarations, isExcused, nothingSaid, type PhotoSaid } from './said.rules.ts';

const looks = {
  pass: { tone: 'success', icon: 'check' },
  warn: { tone: 'warning', icon: 'warning' },
  fail: { tone: 'danger', icon: 'error' },
  'not-assessed': { tone: 'neutral', icon: 'help' },
} as const;

interface Props {
  checks: readonly CheckResult[];
  language: Language;
  /** what its person says of the photo */
  said?: PhotoSaid | undefined;
  /** What can be done about a check, below its words. */
  about?: ((check: CheckResult) => ComponentChildren) | undefined;
}

/** What was found of a photo, one requirement a line: the worst first, what is fine and what nobody can tell folded. */
export function CheckList(props: Props) {
  return (
    <>
      <OpenChecks {...props} />
      <CalmChecks {...props} />
    </>
  );
}

/** What somebody should look at. */
export function OpenChecks({ checks, language, said = nothingSaid, about }: Props) {
  const open = openOf(checks);
  const worst = [
    ...open.filter((check) => check.verdict === 'fail' && !isExcused(check, said)),
    ...open.filter((check) => check.verdict === 'warn' && !isExcused(check, said)),
    ...open.filter((check) => isExcused(check, said)),
  ];
  return (
    <Lines
      checks={worst}
      language={language}
      said={said}
      about={about}
      label={photoTexts.for(language)('whatWeFound')}
    />
  );
}

/** What is fine, and what cannot be told, each folded with its count. */
export function CalmChecks({ checks, language, said }: Props) {
  const t = photoTexts.for(language);
  const fine = checks.filter(({ verdict }) => verdict === 'pass');
  // Without a face nothing of it can be told: that is said once. What its person declares is asked in its own place.
  const isAsked = (id: string): boolean => said !== undefined && declarations.some((one) => one === id);
  const untold = checks
    .filter(({ verdict }) => verdict === 'not-assessed')
    .filter(({ id, finding }) => finding !== 'needs-face' && !isAsked(id));
  return (
    <>
      {fine.length > 0 && (
        <details class="t-photo-calm">
          <summary>{t('fineChecks', { count: fine.length })}</summary>
          <Lines checks={fine} language={language} label={t('checks')} />
        </details>
      )}
      {untold.length > 0 && (
        <details class="t-photo-calm">
          <summary>{t('untoldChecks', { count: untold.length })}</summary>
          <Lines checks={untold} language={language} label={t('not-assessed')} />
        </details>
      )}
    </>
  );
}

/** How many things somebody should look at. */
export function openCount(checks: readonly CheckResult[], said: PhotoSaid, verdict: 'fail' | 'warn'): number {
  return checks.filter((check) => check.verdict === verdict && !isExcused(check, said)).length;
}

function openOf(checks: readonly CheckResult[]): CheckResult[] {
  return checks.filter(({ verdict }) => verdict === 'fail' || verdict === 'warn');
}

function Lines({ checks, language, said = nothingSaid, about, label }: Props & { label: string }) {
  if (checks.length === 0) return null;
  const t = photoTexts.for(language);
  return (
    <ul class="t-photo-checks" aria-label={label}>
      {checks.map((check) => {
        const { requirement, message } = checkInWords(check, language);
        const excused = isExcused(check, said);
        return (
          <li key={check.id}>
            {excused ? (
              <Badge tone="info" icon="user">
                {t('asExcused')}
              </Badge>
            ) : (
              <VerdictBadge verdict={check.verdict} language={language} />
            )}
            <div>
              <strong>{requirement}</strong>
              <br />
              {excused ? t('excused') : message}
              {about?.(check)}
            </div>
          </li>
        );
      })}
    </ul>
  );
}

export function VerdictBadge({ verdict, language }: { verdict: Verdict; language: Language }) {
  const { tone, icon } = looks[verdict];
  return (
    <Badge tone={tone} icon={icon}>
      {photoTexts.for(language)(verdict)}
    </Badge>
  );
}
