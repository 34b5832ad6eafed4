import type { Language } from '#platform/language.ts';
import { Actions, Button } from '#ui/button.tsx';
import { CheckboxesField } from '#ui/fields/choice-field.tsx';
import { Form, freshForm } from '#ui/fields/form.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import { capital, weekdays } from '#ui/calendar/weekdays.ts';
import { plannerPaths } from '../paths.ts';
import { ruleTexts } from './rule.text.ts';
import { weekGridTexts } from './week-grid.text.ts';

interface DialogProps {
  readonly language: Language;
  readonly csrf: string;
  readonly office: string;
  readonly plannerId: number;
  readonly week: string;
  /** what new hours begin with */
  readonly usual: { readonly minutes: number; readonly desks: number };
}

/** What the grid asks after one drew, moved or deleted. Only scripts open these; they send what the forms send. */
export function DrawDialogs(props: DialogProps) {
  const { language, office, plannerId } = props;
  const t = weekGridTexts.for(language);
  const rules = plannerPaths.rules(office, plannerId);
  return (
    <>
      <DrawDialog {...props} />
      <dialog class="t-dialog" aria-labelledby="move-title" data-move-dialog>
        <form method="post" data-rules={rules}>
          <h2 id="move-title">{t('moveTitle')}</h2>
          <p data-ask></p>
          <Hidden {...props} names={['weekday', 'toWeekday', 'starts', 'ends', 'seen']} />
          <Choices language={language} kind="primary" />
        </form>
      </dialog>
      <dialog class="t-dialog" aria-labelledby="remove-title" data-remove-dialog>
        <form method="post" data-rules={rules}>
          <h2 id="remove-title">{t('removeTitle')}</h2>
          <p data-ask></p>
          <Hidden {...props} names={['weekday', 'seen']} />
          <Choices language={language} kind="danger" />
        </form>
      </dialog>
    </>
  );
}

function DrawDialog({ language, csrf, office, plannerId, week, usual }: DialogProps) {
  const t = weekGridTexts.for(language);
  const own = ruleTexts.for(language);
  const form = freshForm(language, { minutes: String(usual.minutes), desks: String(usual.desks) });
  const days = weekdays(language).map(({ long }, index) => ({ value: String(index + 1), label: capital(long) }));
  const action = plannerPaths.newRule(office, plannerId);
  return (
    <dialog class="t-dialog" aria-labelledby="draw-title" data-draw-dialog>
      <h2 id="draw-title">{t('drawTitle')}</h2>
      <Form id="draw" form={form} csrf={csrf} action={action} summary={false}>
        <input type="hidden" name="validFrom" />
        <input type="hidden" name="week" value={week} />
        <div class="row">
          <div class="col-6">
            <TextField form={form} name="starts" label={own('starts')} type="time" size="short" />
          </div>
          <div class="col-6">
            <TextField form={form} name="ends" label={own('ends')} type="time" size="short" />
          </div>
          <div class="col-6">
            <TextField
              form={form}
              name="minutes"
              label={own('minutes')}
              inputmode="numeric"
              size="short"
              maxlength={3}
            />
          </div>
          <div class="col-6">
            <TextField form={form} name="desks" label={own('desks')} inputmode="numeric" size="short" maxlength={4} />
          </div>
        </div>
        <CheckboxesField form={form} name="weekdays" label={own('weekdays')} options={days} />
        <Actions>
          <Button>{t('add2')}</Button>
          <Button kind="secondary" name="more" value="yes">
            {t('more')}
          </Button>
          <Button kind="plain" type="button" name="close">
            {t('cancel')}
          </Button>
        </Actions>
      </Form>
    </dialog>
  );
}

function Hidden({ csrf, week, names }: DialogProps & { names: readonly string[] }) {
  return (
    <>
      <input type="hidden" name="_csrf" value={csrf} />
      <input type="hidden" name="week" value={week} />
      {names.map((name) => (
        <input key={name} type="hidden" name={name} />
      ))}
    </>
  );
}

function Choices({ language, kind }: { language: Language; kind: 'primary' | 'danger' }) {
  const t = weekGridTexts.for(language);
  const words = kind === 'danger' ? (['removeDay', 'removeAll'] as const) : (['moveDay', 'moveAll'] as const);
  return (
    <Actions>
      <Button kind={kind} name="scope" value="day">
        {t(words[0], { day: '' })}
      </Button>
      <Button kind={kind} name="scope" value="all">
        {t(words[1])}
      </Button>
      <Button kind="plain" type="button" name="close">
        {t('cancel')}
      </Button>
    </Actions>
  );
}
