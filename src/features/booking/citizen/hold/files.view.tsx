import { Actions, Button, ButtonLink } from '#ui/button.tsx';
import { Form, type FormState } from '#ui/fields/form.tsx';
import { Layout } from '#ui/frame/layout.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { PageHeading } from '#ui/page-heading.tsx';
import type { Attachment } from '../../attachments/attachments.query.ts';
import { FileFields } from '../../attachments/file-fields.view.tsx';
import { filesTexts } from '../../attachments/files.text.ts';
import { type Held, holdPath } from './held.ts';
import { BookingSteps, HeldBar, kickerOf } from './held-bar.view.tsx';

/** The documents that the office asks for, while the seat is kept. */
export function FilesView(props: {
  context: PageContext;
  held: Held;
  form: FormState;
  sent: readonly Attachment[];
  /** Nothing has to be sent now. */
  mayWait: boolean;
}) {
  const { context, held, form, sent, mayWait } = props;
  const { language } = context;
  const t = filesTexts.for(language);
  return (
    <Layout
      context={context}
      title={t('title')}
      width="text"
      invalid={form.errors.length > 0}
      bar={<HeldBar context={context} held={held} back="files" />}
    >
      <BookingSteps context={context} at="people" />
      <PageHeading
        title={t('title')}
        kicker={kickerOf(held, language)}
        lead={mayWait ? `${t('lead')} ${t('leadLater')}` : t('lead')}
      />
      <Form id="files" form={form} csrf={context.csrf} action={holdPath(held.hold, 'files')} upload>
        <FileFields form={form} files={held.files} sent={sent} />
        <Actions>
          <Button busy={t('busy')} name="go" value="on">
            {t('continue')}
          </Button>
          {mayWait && (
            <ButtonLink href={holdPath(held.hold, 'summary')} kind="secondary">
              {t(sent.length > 0 ? 'onward' : 'later')}
            </ButtonLink>
          )}
          <ButtonLink href={holdPath(held.hold)} kind="plain">
            {t('back')}
          </ButtonLink>
        </Actions>
      </Form>
    </Layout>
  );
}
