import { Actions, Button, ButtonLink } from '#ui/button.tsx';
import { CheckboxesField, RadioField } from '#ui/fields/choice-field.tsx';
import { Fieldset } from '#ui/fields/field.tsx';
import { Form, type FormState } from '#ui/fields/form.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { textLanguages } from '../../local-text.form.ts';
import { settingsPaths } from '../../paths.ts';
import { languageName } from '../../words.ts';
import { AskedFormPage, LinesByLanguage } from './asked-page.view.tsx';
import type { AtOffering } from './at-offering.ts';
import { hintSize, labelSize, optionRows } from './question.form.ts';
import { questionTexts } from './question.text.ts';

interface Props {
  context: PageContext;
  at: AtOffering;
  isNew: boolean;
  form: FormState;
}

/** One question, with all that each kind of answer may need. */
export function QuestionView({ context, at, isNew, form }: Props) {
  const t = questionTexts.for(context.language);
  const lines = { form, at };
  return (
    <AskedFormPage
      context={context}
      at={at}
      title={isNew ? t('titleNew') : t('title')}
      lead={t('leadQuestion')}
      form={form}
    >
      <Form id="asked" form={form} csrf={context.csrf}>
        <LinesByLanguage
          {...lines}
          name="label"
          label={t('label')}
          hint={t('labelHint')}
          maxlength={labelSize}
          required
        />
        <LinesByLanguage {...lines} name="hint" label={t('hint')} maxlength={hintSize} />
        <CheckboxesField
          form={form}
          name="askedOf"
          label={t('askedOf')}
          options={[
            { value: 'applicant', label: t('applicant') },
            { value: 'companion', label: t('companion') },
          ]}
        />
        <RadioField
          form={form}
          name="mandatory"
          label={t('mandatory')}
          options={[
            { value: 'yes', label: t('yes') },
            { value: 'no', label: t('no') },
          ]}
        />
        <RadioField
          form={form}
          name="control"
          label={t('control')}
          options={[
            { value: 'text', label: t('text') },
            { value: 'date', label: t('date') },
            { value: 'choice', label: t('choice') },
          ]}
        />
        <Fieldset form={form} legend={t('forText')}>
          <TextField
            form={form}
            name="maxLength"
            label={t('maxLength')}
            hint={t('maxLengthHint')}
            inputmode="numeric"
            size="short"
            maxlength={3}
            optional
          />
          <TextField
            form={form}
            name="pattern"
            label={t('pattern')}
            hint={t('patternHint', {})}
            maxlength={200}
            optional
          />
          <LinesByLanguage {...lines} name="patternMessage" label={t('patternMessage')} maxlength={hintSize} />
        </Fieldset>
        <Options at={at} form={form} />
        <Fieldset form={form} legend={t('forPrograms')}>
          <TextField
            form={form}
            name="code"
            label={t('code')}
            hint={t('codeHint')}
            size="medium"
            autocomplete="off"
            maxlength={40}
            optional
          />
        </Fieldset>
        <Actions>
          <Button>{t('save')}</Button>
          <ButtonLink href={settingsPaths.questions(at.office.code, at.offering.serviceCode)} kind="secondary">
            {t('cancel')}
          </ButtonLink>
        </Actions>
      </Form>
    </AskedFormPage>
  );
}

function Options({ at, form }: { at: AtOffering; form: FormState }) {
  const t = questionTexts.for(form.language);
  const rows = optionRows(form.values);
  const languages = textLanguages(at.office.languages);
  return (
    <Fieldset form={form} legend={t('forChoice')}>
      <p class="t-hint">{t('forOptions')}</p>
      <input type="hidden" name="rows" value={String(rows)} />
      {Array.from({ length: rows }, (_, row) => (
        <div class="row" key={row}>
          {languages.map((code) => (
            <div class="col-sm" key={code}>
              <TextField
                form={form}
                name={`options.${row}.${code}`}
                label={`${t('option', { number: row + 1 })} – ${languageName(code, form.language)}`}
                autocomplete="off"
                maxlength={labelSize}
                optional
              />
            </div>
          ))}
          <div class="col-sm-3">
            <TextField
              form={form}
              name={`options.${row}.code`}
              label={t('optionCode')}
              autocomplete="off"
              maxlength={40}
              optional
            />
          </div>
        </div>
      ))}
      <p>
        <Button kind="secondary" small name="do" value="rows">
          {t('moreRows')}
        </Button>
      </p>
    </Fieldset>
  );
}
