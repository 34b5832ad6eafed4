import type { ComponentChildren } from 'preact';
import { dayIn, dayMonthYear, withArticle } from '#platform/dates.ts';
import { type Language, localText } from '#platform/language.ts';
import { SummaryList } from '#ui/summary-list.tsx';
import type { BlockCase, PauseCase } from '../restriction.query.ts';
import { Lines } from '../lines.view.tsx';
import { restrictionTexts } from './restrictions.text.ts';

export function blockTitle({ office }: BlockCase, language: Language): string {
  const t = restrictionTexts.for(language);
  return office === null ? t('blockTitleAll') : t('blockTitle', { office: localText(office.name, language) });
}

export function pauseTitle({ pause }: PauseCase, language: Language): string {
  return restrictionTexts.for(language)('pauseTitle', { office: localText(pause.officeName, language) });
}

/** What was decided, why and until when. */
export function BlockFacts({ language, found }: { language: Language; found: BlockCase }) {
  const t = restrictionTexts.for(language);
  const { block, office, zone } = found;
  const { lastDay } = block;
  const day = withArticle('il', dayIn(block.createdAt, zone), language);
  return (
    <SummaryList
      language={language}
      rows={[
        {
          key: t('what'),
          value: office === null ? t('whatAll') : t('whatHere', { office: localText(office.name, language) }),
        },
        { key: t('kind'), value: t(block.kind) },
        { key: t('reason'), value: <Lines text={block.reason} /> },
        {
          key: t('until'),
          value: lastDay === null ? t('untilDecided') : t('untilDay', { day: withArticle('al', lastDay, language) }),
        },
        { key: t('since'), value: t(office === null ? 'sinceDayAll' : 'sinceDay', { day }) },
      ]}
    />
  );
}

export function PauseFacts({ language, found }: { language: Language; found: PauseCase }) {
  const t = restrictionTexts.for(language);
  const { pause } = found;
  const office = localText(pause.officeName, language);
  return (
    <SummaryList
      language={language}
      rows={[
        {
          key: t('what'),
          value: pause.service
            ? t('whatService', { service: localText(pause.service.name, language) })
            : t('whatHere', { office }),
        },
        { key: t('missed'), value: pause.missed.map(({ day }) => dayMonthYear(day, language)).join('; ') },
        { key: t('until'), value: t('untilDay', { day: withArticle('al', pause.lastDay, language) }) },
      ]}
    />
  );
}

/** What a block or a pause leaves as it is. */
export function StillPossible({ language, children }: { language: Language; children?: ComponentChildren }) {
  const t = restrictionTexts.for(language);
  return (
    <>
      <h2 class="h4 mt-4">{t('stillTitle')}</h2>
      <ul>
        <li>{t('still1')}</li>
        <li>{t('still2')}</li>
        <li>{t('still3')}</li>
        <li>{t('still4')}</li>
      </ul>
      {children}
    </>
  );
}
