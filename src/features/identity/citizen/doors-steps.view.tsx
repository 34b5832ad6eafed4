import { Actions, Button, ButtonLink } from '#ui/button.tsx';
import { Form, type FormState } from '#ui/fields/form.tsx';
import { PasswordField } from '#ui/fields/text-field.tsx';
import { Layout } from '#ui/frame/layout.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { PageHeading } from '#ui/page-heading.tsx';
import type { Door, DoorScheme } from '../doors/door.ts';
import { doorTexts } from '../doors/door.text.ts';
import { DoorButtons } from '../doors/doors.view.tsx';
import { doorsTexts } from './doors.text.ts';

const doorsPath = '/profile/doors';

interface LeaveProps {
  context: PageContext;
  scheme: DoorScheme;
  doors: readonly Door[];
  intent: string;
}

/** The way to the provider that is to be linked; a link, since a form may not lead to another site. */
export function LeaveView({ context, scheme, doors, intent }: LeaveProps) {
  const { language } = context;
  const t = doorsTexts.for(language);
  const way = doorTexts.for(language)(`${scheme}Name`);
  const here = { label: t('title'), href: doorsPath };
  return (
    <Layout
      context={context}
      title={t('linkTitle', { way })}
      width="text"
      breadcrumb={[here, { label: t('linkTitle', { way }) }]}
    >
      <PageHeading title={t('linkTitle', { way })} lead={t('linkAbout', { way })} />
      <DoorButtons language={language} doors={doors} intent={intent} />
      <p class="mt-4">
        <a href={doorsPath}>{t('backHere')}</a>
      </p>
    </Layout>
  );
}

interface UnlinkProps {
  context: PageContext;
  way: DoorScheme | 'local';
  form: FormState;
  asksPassword: boolean;
}

/** Asks once more, and for the password where there is one. */
export function UnlinkView({ context, way, form, asksPassword }: UnlinkProps) {
  const { language } = context;
  const t = doorsTexts.for(language);
  const name = way === 'local' ? t('local') : doorTexts.for(language)(`${way}Name`);
  const title = t('unlinkTitle', { way: name });
  const here = { label: t('title'), href: doorsPath };
  return (
    <Layout
      context={context}
      title={title}
      width="text"
      formId="unlink-door"
      breadcrumb={[here, { label: title }]}
      invalid={form.errors.length > 0}
    >
      <PageHeading title={title} lead={t(way === 'local' ? 'unlinkLocalAbout' : 'unlinkAbout')} />
      <Form id="unlink-door" action="/profile/doors/unlink" form={form} csrf={context.csrf}>
        <input type="hidden" name="way" value={way} />
        {asksPassword && (
          <PasswordField
            form={form}
            name="current"
            label={t('current')}
            hint={t('currentHint')}
            autocomplete="current-password"
          />
        )}
        <Actions>
          <Button kind="danger" busy={t('busy')}>
            {t('unlink')}
          </Button>
          <ButtonLink href={doorsPath} kind="secondary">
            {t('backHere')}
          </ButtonLink>
        </Actions>
      </Form>
    </Layout>
  );
}
