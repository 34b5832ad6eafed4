import { formValue } from '#platform/http/form.ts';
import { Actions, Button, ButtonLink } from '#ui/button.tsx';
import { Field } from '#ui/fields/field.tsx';
import { Form, type FormState } from '#ui/fields/form.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { networkPaths } from '../paths.ts';
import { contactColumns } from './contacts-file.ts';
import { contactsTexts } from './contacts.text.ts';
import { NetworkPage } from './network-page.view.tsx';

/** Sending a file of contacts. */
export function ContactsView({ context, form }: { context: PageContext; form: FormState }) {
  const t = contactsTexts.for(context.language);
  return (
    <NetworkPage context={context} title={t('title')} lead={t('lead')} width="text" invalid={form.errors.length > 0}>
      <h2 class="h3">{t('how')}</h2>
      <ol>
        <li>{t('step1')}</li>
        <li>{t('step2')}</li>
        <li>{t('step3')}</li>
      </ol>
      <Actions>
        <ButtonLink href={networkPaths.exportFile} kind="secondary" icon="download" download>
          {t('download')}
        </ButtonLink>
        <ButtonLink href={networkPaths.template} kind="plain" icon="download" download>
          {t('template')}
        </ButtonLink>
      </Actions>
      <p class="t-muted mt-3">{t('columns', { names: ['code', 'name', 'city', ...contactColumns].join(', ') })}</p>
      <Form id="contacts" form={form} csrf={context.csrf} upload>
        <Field form={form} name="file" label={t('file')} hint={t('fileHint')} optional>
          {(control) => <input {...control} type="file" class="form-control" accept=".csv,.txt,text/csv" />}
        </Field>
        <Field form={form} name="rows" label={t('content')} hint={t('contentHint')} optional>
          {(control) => (
            <textarea {...control} class="form-control" rows={6} spellcheck={false}>
              {formValue(form.values, 'rows')}
            </textarea>
          )}
        </Field>
        <Button icon="upload">{t('check')}</Button>
      </Form>
    </NetworkPage>
  );
}
