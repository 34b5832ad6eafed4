import type { Question, RequestedFile } from '#features/offices/index.ts';
import { type Language, type LocalText, localText } from '#platform/language.ts';
import { Alert } from '#ui/alert.tsx';
import { Button, ButtonLink } from '#ui/button.tsx';
import { ActionForm } from '#ui/fields/form.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { Table } from '#ui/table.tsx';
import { settingsPaths } from '../../paths.ts';
import { servicesTexts } from '../services.text.ts';
import { SettingsPage } from '../settings-page.view.tsx';
import type { AtOffering } from './at-offering.ts';
import { askedTexts } from './asked.text.ts';
import { Preview } from './preview.view.tsx';

export const askedDone = ['saved', 'removed'] as const;

interface Props {
  context: PageContext;
  at: AtOffering;
  questions: readonly Question[];
  files: readonly RequestedFile[];
  done: (typeof askedDone)[number] | undefined;
}

/** All that a service asks beyond people's data, and how it will look. */
export function AskedView(props: Props) {
  const { context, at, done } = props;
  const { language } = context;
  const t = askedTexts.for(language);
  const list = { label: servicesTexts.for(language)('title'), href: settingsPaths.services(at.office.code) };
  return (
    <SettingsPage
      context={context}
      at={at}
      title={t('title')}
      kicker={localText(at.offering.serviceName, language)}
      lead={t('lead')}
      above={[
        list,
        {
          label: localText(at.offering.serviceName, language),
          href: settingsPaths.service(at.office.code, at.offering.serviceCode),
        },
      ]}
    >
      {done && (
        <Alert language={language} tone="success" live>
          <p class="mb-0">{t(done)}</p>
        </Alert>
      )}
      <Questions {...props} />
      <Preview language={language} questions={props.questions} />
      <Files {...props} />
    </SettingsPage>
  );
}

function Questions({ context, at, questions }: Props) {
  const { language } = context;
  const t = askedTexts.for(language);
  const base = settingsPaths.questions(at.office.code, at.offering.serviceCode);
  return (
    <section aria-labelledby="questions">
      <h2 id="questions">{t('questions')}</h2>
      {questions.length === 0 ? (
        <p>{t('noQuestions')}</p>
      ) : (
        <Table
          caption={t('questionsCaption')}
          columns={[{ label: t('question') }, { label: t('askedOf') }, { label: t('control') }, { label: t('change') }]}
          rows={questions.map((question, index) => ({
            key: question.code,
            cells: [
              localText(question.label, language),
              question.askedOf.map((who) => t(who)).join(', '),
              `${controlWords(question, language)}, ${t(question.mandatory ? 'mandatory' : 'optional').toLowerCase()}`,
              <Changes
                key="changes"
                context={context}
                path={`${base}/${question.id}`}
                what={question.label}
                isFirst={index === 0}
                isLast={index === questions.length - 1}
              />,
            ],
          }))}
        />
      )}
      <p>
        <ButtonLink href={`${base}/new`} kind={questions.length === 0 ? 'primary' : 'secondary'}>
          {t('addQuestion')}
        </ButtonLink>
      </p>
    </section>
  );
}

function Files({ context, at, files }: Props) {
  const { language } = context;
  const t = askedTexts.for(language);
  const base = settingsPaths.requestedFiles(at.office.code, at.offering.serviceCode);
  return (
    <section aria-labelledby="files">
      <h2 id="files">{t('files')}</h2>
      <p>{t('filesLead')}</p>
      {files.length === 0 ? (
        <p>{t('noFiles')}</p>
      ) : (
        <Table
          caption={t('filesCaption')}
          columns={[{ label: t('file') }, { label: t('fileMandatory') }, { label: t('most') }, { label: t('change') }]}
          rows={files.map((file, index) => ({
            key: file.code,
            cells: [
              localText(file.label, language),
              t(file.mandatory ? 'fileMandatory' : 'fileOptional'),
              t('mebibytes', { count: Math.round(file.maxBytes / 1024 / 1024) }),
              <Changes
                key="changes"
                context={context}
                path={`${base}/${file.id}`}
                what={file.label}
                isFirst={index === 0}
                isLast={index === files.length - 1}
              />,
            ],
          }))}
        />
      )}
      <p>
        <ButtonLink href={`${base}/new`} kind="secondary">
          {t('addFile')}
        </ButtonLink>
      </p>
    </section>
  );
}

function controlWords({ control, options }: Question, language: Language): string {
  const t = askedTexts.for(language);
  return control === 'choice' ? t('choice', { count: options.length }) : t(control);
}

function Changes(props: { context: PageContext; path: string; what: LocalText; isFirst: boolean; isLast: boolean }) {
  const { context, path, isFirst, isLast } = props;
  const { language, csrf } = context;
  const t = askedTexts.for(language);
  const what = localText(props.what, language);
  const act = { csrf, language };
  return (
    <div class="d-flex flex-wrap align-items-center gap-2">
      <ButtonLink href={path} kind="secondary" small label={t('editOf', { what })}>
        {t('edit')}
      </ButtonLink>
      {!isFirst && (
        <ActionForm {...act} action={`${path}/move`} hidden={{ by: 'up' }}>
          <Button kind="plain" small label={t('upOf', { what })}>
            {t('up')}
          </Button>
        </ActionForm>
      )}
      {!isLast && (
        <ActionForm {...act} action={`${path}/move`} hidden={{ by: 'down' }}>
          <Button kind="plain" small label={t('downOf', { what })}>
            {t('down')}
          </Button>
        </ActionForm>
      )}
      <ActionForm {...act} action={`${path}/remove`}>
        <Button kind="plain" small label={t('removeOf', { what })}>
          {t('remove')}
        </Button>
      </ActionForm>
    </div>
  );
}
