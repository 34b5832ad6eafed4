import type { ComponentChildren } from 'preact';
import type { Language } from '#platform/language.ts';
import { kitTexts } from './kit.text.ts';

export interface SummaryRow {
  key: string;
  value: ComponentChildren;
  /** Where to change it. */
  change?: string | undefined;
  /** what the link says in place of “change” */
  changeLabel?: string | undefined;
}

/** What is known, line by line, with a way to change each. */
export function SummaryList({ language, rows }: { language: Language; rows: readonly SummaryRow[] }) {
  const t = kitTexts.for(language);
  return (
    <dl class="t-summary">
      {rows.map(({ key, value, change, changeLabel }) => (
        <div key={key}>
          <dt>{key}</dt>
          <dd>{value}</dd>
          {change && (
            <dd class="t-summary-change">
              <a href={change}>
                {changeLabel ?? t('change')}
                <span class="visually-hidden"> ({key})</span>
              </a>
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}
