import { Actions, Button } from '#ui/button.tsx';
import { CheckboxField, RadioField } from '#ui/fields/choice-field.tsx';
import { ErrorSummary } from '#ui/fields/error-summary.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import type { Language } from '#platform/language.ts';
import { moveOrders } from '../../slots/move-rule.ts';
import type { AskedRule } from './move-rule.form.ts';
import type { ForeseenSeats } from './foreseen-seats.ts';
import { moveRuleTexts } from './move-rule.text.ts';

/** The rule by which other seats are chosen, and how far they go; asked for by the address, as nothing is written yet. */
export function MoveRuleForm(props: {
  language: Language;
  action: string;
  /** what the preview is about */
  hidden: readonly (readonly [string, string])[];
  asked: AskedRule;
  seats: ForeseenSeats | undefined;
  /** what becomes of those for whom there is none; as after a closure unless it says otherwise */
  noneHint?: string;
}) {
  const { language, action, hidden, asked, seats, noneHint } = props;
  const t = moveRuleTexts.for(language);
  const form = { language, values: asked.values, errors: asked.errors };
  return (
    <section id="rule" aria-labelledby="rule-title">
      <h2 id="rule-title">{t('title')}</h2>
      <p>{t('lead')}</p>
      <ErrorSummary language={language} errors={asked.errors} />
      <form action={`${action}#rule`} novalidate>
        {hidden.map(([name, value]) => (
          <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
        ))}
        <input type="hidden" name="rule" value="asked" />
        <RadioField
          form={form}
          name="order"
          label={t('order')}
          options={moveOrders.map((value) => ({ value, label: t(value), hint: t(`${value}Hint`) }))}
        />
        <div class="t-field-pair">
          <TextField
            form={form}
            name="within"
            label={t('within')}
            hint={t('withinHint')}
            inputmode="numeric"
            size="short"
            maxlength={3}
            optional
          />
          <TextField
            form={form}
            name="least"
            label={t('least')}
            hint={t('leastHint')}
            inputmode="numeric"
            size="short"
            maxlength={3}
            optional
          />
        </div>
        <CheckboxField form={form} name="sameHalf" label={t('sameHalf')} optional />
        <CheckboxField form={form} name="workingDays" label={t('workingDays')} optional />
        <Actions>
          <Button kind="secondary">{t('show')}</Button>
        </Actions>
      </form>
      <Reach language={language} seats={seats} noneHint={noneHint} />
    </section>
  );
}

function Reach(props: { language: Language; seats: ForeseenSeats | undefined; noneHint?: string | undefined }) {
  const { language, seats } = props;
  const t = moveRuleTexts.for(language);
  const noneHint = props.noneHint ?? t('noneHint');
  if (seats === undefined) return null;
  if (seats === 'too-many') return <p>{t('tooMany')}</p>;
  const found = [...seats.values()].filter((seat) => seat !== null).length;
  const none = seats.size - found;
  return (
    <p class="mt-3">
      <strong>{t('some', { seats: found, none })}</strong> {none > 0 && noneHint}{' '}
      <a href="#appointments">{t('list')}</a>
    </p>
  );
}
