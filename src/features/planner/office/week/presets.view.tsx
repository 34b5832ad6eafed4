import { Actions, Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { Form, freshForm, type FormState } from '#ui/fields/form.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import type { Planner } from '../../planner.query.ts';
import type { PlannerPageProps } from '../planner-page.ts';
import { plannerPaths } from '../paths.ts';
import { plannerTexts } from '../planner.text.ts';

interface PresetsProps extends PlannerPageProps {
  readonly planner: Planner;
  readonly others: readonly Planner[];
  readonly presetForm?: FormState | undefined;
}

/** The first thing to do with a planner that has no hours: take a week that is ready, or the hours of another planner. */
export function Presets({ context, at, planner, others, presetForm }: PresetsProps) {
  const { language, csrf } = context;
  const t = plannerTexts.for(language);
  const form = presetForm ?? freshForm(language, { presetMinutes: '20', presetDesks: '1' });
  return (
    <Card title={t('presets')} level={2} icon="calendar" highlighted>
      <p>{t('presetsWhy')}</p>
      <Form id="preset" form={form} csrf={csrf} action={plannerPaths.preset(at.office.code, planner.id)}>
        <div class="row">
          <div class="col-6 col-md-3">
            <TextField
              form={form}
              name="presetMinutes"
              label={t('presetMinutes')}
              inputmode="numeric"
              size="short"
              maxlength={3}
            />
          </div>
          <div class="col-6 col-md-3">
            <TextField
              form={form}
              name="presetDesks"
              label={t('presetDesks')}
              inputmode="numeric"
              size="short"
              maxlength={4}
            />
          </div>
        </div>
        <Actions>
          <Button name="preset" value="mornings">
            {t('presetMornings')}
          </Button>
          <Button name="preset" value="mornings-and-afternoons">
            {t('presetAfternoons')}
          </Button>
        </Actions>
        {others.length > 0 && (
          <>
            <p class="mt-4 mb-0">{t('presetCopy')}</p>
            <Actions>
              {others.map((other) => (
                <Button key={other.id} kind="secondary" name="preset" value={String(other.id)} icon="copy">
                  {other.name}
                </Button>
              ))}
            </Actions>
          </>
        )}
      </Form>
    </Card>
  );
}
