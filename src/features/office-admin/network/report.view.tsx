import type { AccessibilityReport } from '#features/site/index.ts';
import { dayIn, dayMonthYear } from '#platform/dates.ts';
import { Alert } from '#ui/alert.tsx';
import { Actions, Button, ButtonLink } from '#ui/button.tsx';
import { Form, type FormState } from '#ui/fields/form.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { SummaryList } from '#ui/summary-list.tsx';
import { TextareaField } from '#ui/fields/text-field.tsx';
import { networkPaths } from '../paths.ts';
import { languageName } from '../words.ts';
import { NetworkPage } from './network-page.view.tsx';
import { reportsTexts } from './reports.text.ts';
import { longestAnswer, networkZone } from './reports.view.tsx';

/** One report, and the answer to it. */
export function ReportPage(props: {
  context: PageContext;
  report: AccessibilityReport;
  form: FormState;
  done: boolean;
}) {
  const { context, report, form, done } = props;
  const { language } = context;
  const t = reportsTexts.for(language);
  const isOpen = report.closedAt === null;
  const day = dayMonthYear(dayIn(report.createdAt, networkZone), language);
  return (
    <NetworkPage
      context={context}
      title={t('one', { number: String(report.id) })}
      lead={t('oneLead', { day })}
      width="text"
      formId={isOpen ? 'reply' : undefined}
      invalid={form.errors.length > 0}
    >
      {done && !isOpen && (
        <Alert language={language} tone="success" live>
          <p class="mb-0">{t(report.answer !== null && report.email !== null ? 'doneSent' : 'done')}</p>
        </Alert>
      )}
      <SummaryList
        language={language}
        rows={[
          { key: t('page'), value: report.page },
          { key: t('problem'), value: <Lines text={report.problem} /> },
          { key: t('tools'), value: report.tools ?? t('unsaid') },
          { key: t('email'), value: report.email ?? t('anonymous') },
          { key: t('language'), value: languageName(report.language, language) },
          ...(report.answer === null ? [] : [{ key: t('theAnswer'), value: <Lines text={report.answer} /> }]),
        ]}
      />
      {isOpen && (
        <Form id="reply" form={form} csrf={context.csrf}>
          {report.email === null ? (
            <>
              <input type="hidden" name="quietly" value="yes" />
              <Actions>
                <Button>{t('close')}</Button>
              </Actions>
            </>
          ) : (
            <>
              <TextareaField
                form={form}
                name="answer"
                label={t('answer')}
                hint={t('answerHint')}
                maxlength={longestAnswer}
              />
              <Actions>
                <Button>{t('send')}</Button>
                <Button kind="secondary" name="quietly" value="yes">
                  {t('closeQuietly')}
                </Button>
              </Actions>
            </>
          )}
        </Form>
      )}
      <p>
        <ButtonLink href={networkPaths.reports} kind="plain">
          {t('back')}
        </ButtonLink>
      </p>
    </NetworkPage>
  );
}

function Lines({ text }: { text: string }) {
  return (
    <>
      {text.split('\n').map((line, index) => (
        <span key={index}>
          {index > 0 && <br />}
          {line}
        </span>
      ))}
    </>
  );
}
