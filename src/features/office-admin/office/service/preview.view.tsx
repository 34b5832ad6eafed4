import { writtenFor } from '#platform/language.ts';
import { previewForm, ServiceView } from '#features/find-office/index.ts';
import { leastParty } from '#features/offices/index.ts';
import type { FormValues } from '#platform/http/form.ts';
import { Alert } from '#ui/alert.tsx';
import { Actions, Button } from '#ui/button.tsx';
import { Form, freshForm } from '#ui/fields/form.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import type { AtOffice } from '../../at-office.ts';
import type { EditedService } from './edited-service.query.ts';
import type { previewedService } from './preview.query.ts';
import { serviceTexts } from './service.text.ts';

/** The citizen's page by rules that are not saved, with the way back that carries what was typed. */
export function ServicePreviewView(props: {
  context: PageContext;
  at: AtOffice;
  edited: EditedService;
  previewed: NonNullable<Awaited<ReturnType<typeof previewedService>>>;
  values: FormValues;
}) {
  const { context, at, edited, previewed, values } = props;
  const { offering, facts, isBookable } = previewed;
  const { language } = context;
  const t = serviceTexts.for(language);
  const bar = (
    <Alert language={language} tone="warning" title={t('previewTitle')}>
      <p>{isBookable ? t('previewAbout') : t('previewOff')}</p>
      <Form id={previewForm} form={freshForm(language)} csrf={context.csrf} summary={false}>
        <input type="hidden" name="from" value="preview" />
        <Kept values={values} />
        <Actions>
          <Button name="do" value="back">
            {t('back')}
          </Button>
          <Button kind="secondary" name="do" value="save">
            {t('saveNow')}
          </Button>
          <Button kind="secondary" name="_lang" value={writtenFor(language) === 'it' ? 'en' : 'it'}>
            {t('otherLanguage')}
          </Button>
        </Actions>
      </Form>
    </Alert>
  );
  return (
    <ServiceView
      {...{ context, now: at.now, office: at.office, service: edited.service, offering }}
      {...facts}
      party={leastParty(offering)}
      elsewhere={[]}
      preview={bar}
    />
  );
}

const ours = new Set(['_csrf', '_lang', 'do', 'from']);

/** What was typed, as it goes along with every button. */
function Kept({ values }: { values: FormValues }) {
  const fields = Object.entries(values).filter(([name]) => !ours.has(name));
  return (
    <>
      {fields.flatMap(([name, value]) =>
        [value]
          .flat()
          .map((text, index) => <input key={`${name} ${index}`} type="hidden" name={name} value={String(text)} />),
      )}
    </>
  );
}
