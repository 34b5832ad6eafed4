import type { ComponentChildren } from 'preact';
import type { Language } from '#platform/language.ts';
import type { Offering } from '#features/offices/index.ts';
import { Fold } from '#ui/fold.tsx';
import { SummaryList } from '#ui/summary-list.tsx';
import { LocalWords } from '../office/local-words.view.tsx';
import { type BookableDays, ruleLines, rulesInShort } from './rule-lines.ts';
import { serviceTexts } from './service.text.ts';

/** The rules of booking in a few lines each: who, when, how many, what is needed, who confirms, until when one cancels. */
export function BookingRules(props: { context: { language: Language }; offering: Offering } & BookableDays) {
  const { context, offering } = props;
  const { language } = context;
  const t = serviceTexts.for(language);
  const rows = ruleLines(offering, props, language).map(({ about, lines }) => ({
    key: t(about),
    value: <Lines lines={lines} first={about === 'rulesWho' && offering.audience ? audience() : null} />,
  }));
  return (
    <Fold id="rules" title={t('rules')} about={rulesInShort(offering, language)}>
      <SummaryList language={language} rows={rows} />
    </Fold>
  );

  function audience(): ComponentChildren {
    return offering.audience && <LocalWords language={language} text={offering.audience} />;
  }
}

function Lines({ lines, first }: { lines: readonly string[]; first: ComponentChildren }) {
  return (
    <>
      {first && <span class="d-block">{first}</span>}
      {lines.map((line) => (
        <span key={line} class="d-block">
          {line}
        </span>
      ))}
    </>
  );
}
