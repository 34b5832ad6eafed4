import { VerdictBadge } from '#features/booking/index.ts';
import { checkInWords, type CheckResult, figureInWords } from '#features/photo/index.ts';
import type { Language } from '#platform/language.ts';
import { photosTexts } from './photos.text.ts';

/** What was found, wrong things first, each with what was measured and its limit; what is fine is folded. */
export function ChecksAtDesk({ checks, language }: { checks: readonly CheckResult[]; language: Language }) {
  const t = photosTexts.for(language);
  const of = (...verdicts: CheckResult['verdict'][]) => checks.filter(({ verdict }) => verdicts.includes(verdict));
  const wrong = [...of('fail'), ...of('warn')];
  const [unknown, fine] = [of('not-assessed'), of('pass')];
  return (
    <section aria-labelledby="checks">
      <h3 id="checks" class="h4">
        {t('checks')}
      </h3>
      {wrong.length === 0 && <p>{t('allFine')}</p>}
      <Lines checks={wrong} language={language} />
      {unknown.length > 0 && (
        <details class="mb-2">
          <summary>{t('unknown', { count: unknown.length })}</summary>
          <Lines checks={unknown} language={language} />
        </details>
      )}
      {fine.length > 0 && (
        <details>
          <summary>{t('fine', { count: fine.length })}</summary>
          <Lines checks={fine} language={language} />
        </details>
      )}
    </section>
  );
}

function Lines({ checks, language }: { checks: readonly CheckResult[]; language: Language }) {
  if (checks.length === 0) return null;
  return (
    <ul class="t-photo-checks">
      {checks.map((check) => {
        const { requirement, message } = checkInWords(check, language);
        const figure = check.figure && figureInWords(check.figure, language);
        return (
          <li key={check.id}>
            <VerdictBadge verdict={check.verdict} language={language} />
            <div>
              <strong>{requirement}</strong>
              {figure && <span class="t-photo-figures"> {figure}</span>}
              <br />
              {message}
            </div>
          </li>
        );
      })}
    </ul>
  );
}
