import { type Language, type LocalText, localText } from '#platform/language.ts';
import { Button } from '#ui/button.tsx';
import { SelectField } from '#ui/fields/choice-field.tsx';
import { DayField } from '#ui/fields/date-field.tsx';
import { ErrorSummary } from '#ui/fields/error-summary.tsx';
import type { AskedPeriod } from '../figures/asked-period.ts';
import { periodNames } from '../figures/period.rules.ts';
import { periodTexts } from '../figures/period.text.ts';

/** A filter beside the period: what may be chosen, and what is. */
export interface Filter {
  readonly name: string;
  readonly label: string;
  readonly all: string;
  readonly value: string | null;
  readonly options: readonly { readonly value: string; readonly label: string }[];
}

/** Which days and what of: a form that goes on the same page, to be linked and kept. */
export function PeriodForm(props: {
  language: Language;
  action: string;
  asked: AskedPeriod;
  filters: readonly Filter[];
  /** What the page goes on by. */
  hidden?: Readonly<Record<string, string>> | undefined;
}) {
  const { language, action, asked, filters, hidden = {} } = props;
  const t = periodTexts.for(language);
  const chosen = Object.fromEntries(filters.map(({ name, value }) => [name, value ?? '']));
  const form = { language, values: { ...asked.values, ...chosen }, errors: asked.errors };
  return (
    <form method="get" action={action} class="t-period" aria-label={t('choose')}>
      <input type="hidden" name="shown" value={[asked.name, asked.values.from, asked.values.to].join(' ')} />
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <ErrorSummary language={language} errors={asked.errors} />
      <div class="t-period-fields">
        <SelectField
          form={form}
          name="period"
          label={t('period')}
          options={periodNames.map((name) => ({ value: name, label: t(name) }))}
        />
        <DayField form={form} name="from" label={t('from')} />
        <DayField form={form} name="to" label={t('to')} />
        {filters.map(({ name, label, all, options }) => (
          <SelectField
            key={name}
            form={form}
            name={name}
            label={label}
            options={[{ value: '', label: all }, ...options]}
          />
        ))}
        <Button kind="secondary">{t('show')}</Button>
      </div>
    </form>
  );
}

/** The filter by service. */
export function serviceFilter(
  language: Language,
  request: { codes: readonly string[]; names: ReadonlyMap<string, LocalText>; value: string | null },
): Filter {
  const t = periodTexts.for(language);
  const options = request.codes.map((code) => {
    const name = request.names.get(code);
    return { value: code, label: name ? localText(name, language) : code };
  });
  return { name: 'service', label: t('service'), all: t('allServices'), value: request.value, options };
}
