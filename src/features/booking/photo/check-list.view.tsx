import { checkInWords, type CheckResult, type Verdict } from '#features/photo/index.ts';
import type { Language } from '#platform/language.ts';
import { Badge } from '#ui/badge.tsx';
import { photoTexts } from './photo.text.ts';

const looks = {
  pass: { tone: 'success', icon: 'check' },
  warn: { tone: 'warning', icon: 'warning' },
  fail: { tone: 'danger', icon: 'error' },
  'not-assessed': { tone: 'neutral', icon: 'help' },
} as const;

/** What was found of a photo, one requirement a line: first what somebody should look at, the rest folded. */
export function CheckList({ checks, language }: { checks: readonly CheckResult[]; language: Language }) {
  const t = photoTexts.for(language);
  const open = checks.filter(({ verdict }) => verdict === 'fail' || verdict === 'warn');
  const calm = checks.filter((check) => !open.includes(check));
  return (
    <>
      <Lines checks={open} language={language} />
      {calm.length > 0 && (
        <details class="mb-3">
          <summary>{t('checks')}</summary>
          <Lines checks={calm} language={language} />
        </details>
      )}
    </>
  );
}

function Lines({ checks, language }: { checks: readonly CheckResult[]; language: Language }) {
  if (checks.length === 0) return null;
  return (
    <ul class="t-photo-checks">
      {checks.map((check) => {
        const { requirement, message } = checkInWords(check, language);
        return (
          <li key={check.id}>
            <VerdictBadge verdict={check.verdict} language={language} />
            <div>
              <strong>{requirement}</strong>
              <br />
              {message}
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
