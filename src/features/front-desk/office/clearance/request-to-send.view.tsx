import { CertifiedTrails } from '#features/certified-mail/index.ts';
import { dayMonthYear } from '#platform/dates.ts';
import { localText } from '#platform/language.ts';
import { Button, ButtonLink } from '#ui/button.tsx';
import { ActionForm, Form, freshForm } from '#ui/fields/form.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import { formValue } from '#platform/http/form.ts';
import { bookingPath } from '../../at-office.ts';
import type { ClearanceProps } from './clearance.view.tsx';
import type { RequestToSend } from './request-to-send.ts';
import { requestToSendTexts } from './request.text.ts';

/** How the request leaves, or what an operator sends by hand; with the certified e-mails and what came back. */
export function RequestToSendView(props: ClearanceProps & { request: RequestToSend }) {
  const { context, at, booking, clearance, request } = props;
  const { language, csrf } = context;
  const t = requestToSendTexts.for(language);
  const path = `${bookingPath(at.office, booking.code)}/clearance`;
  const isOpen = clearance.state === 'to-ask' || clearance.state === 'asked' || clearance.state === 'to-tell';
  const isByHand = clearance.answeringOffice === null && !clearance.certified;
  const office = localText(clearance.answeringOffice ?? { it: '' }, language);
  return (
    <section class="mb-4" aria-labelledby="request">
      <h2 id="request" class="h3">
        {t('title')}
      </h2>
      {isOpen && clearance.mode === 'required' && (
        <>
          {clearance.answeringOffice && <p>{t('byTurno', { office })}</p>}
          {clearance.certified && <p>{t('byMail')}</p>}
          {isByHand && <p>{t('byHand')}</p>}
          <p class="t-muted">{deadlineWords(props)}</p>
        </>
      )}
      {isOpen && clearance.mode === 'notify' && <p>{t('told')}</p>}
      {isOpen && isByHand && (
        <>
          <p>
            <ButtonLink href={`${path}/request.pdf`} kind="secondary" icon="download">
              {t('pdf')}
            </ButtonLink>
          </p>
          <details class="mb-3">
            <summary>{t('asText')}</summary>
            <textarea class="form-control mt-2" rows={14} readOnly aria-label={t('textLabel')}>
              {request.text}
            </textarea>
          </details>
        </>
      )}
      {isOpen && clearance.answeringOffice === null && request.hasAccount && <ByMail {...props} path={path} />}
      {request.trails.length > 0 && (
        <>
          <h3 class="h4">{t('trails')}</h3>
          <CertifiedTrails
            isTitled
            language={language}
            timeZone={at.office.timeZone}
            trails={request.trails}
            paths={{
              receipt: (id) => `${path}/receipts/${id}`,
              answerFile: (id, position) => `${path}/answers/${id}/${position}`,
            }}
          />
          {request.trails.some(isWaiting) && (
            <ActionForm action={path} csrf={csrf} language={language} hidden={{ step: 'certified-seen' }}>
              <Button kind="secondary" small icon="check">
                {t('seen')}
              </Button>
            </ActionForm>
          )}
        </>
      )}
    </section>
  );
}

function ByMail(props: ClearanceProps & { request: RequestToSend; path: string }) {
  const { context, form: sent, request, path } = props;
  const t = requestToSendTexts.for(context.language);
  const isSent = formValue(sent.values, 'step') === 'certified';
  const shown = isSent ? sent : freshForm(context.language, { mailbox: request.mailbox ?? '' });
  return (
    <details class="mb-3" open={isSent || request.mailbox === undefined}>
      <summary>
        <span class="h4">{t('mailTitle')}</span>
      </summary>
      <div class="mt-3">
        <Form id="step-certified" form={{ ...shown, scope: 'certified' }} csrf={context.csrf} action={path}>
          <input type="hidden" name="step" value="certified" />
          <TextField
            form={{ ...shown, scope: 'certified' }}
            name="mailbox"
            label={t('mailbox')}
            hint={t('mailHint')}
            type="email"
            autocomplete="off"
            maxlength={200}
          />
          <Button kind="secondary" busy={t('sending')}>
            {t(request.trails.length === 0 ? 'send' : 'sendAgain')}
          </Button>
        </Form>
      </div>
    </details>
  );
}

function deadlineWords({ context, clearance }: ClearanceProps): string {
  const t = requestToSendTexts.for(context.language);
  if (clearance.atDeadline === 'stays') return t('stays');
  if (clearance.state === 'to-ask') return t('notAskedYet');
  return clearance.dueOn ? t('cancels', { last: dayMonthYear(clearance.dueOn, context.language) }) : '';
}

function isWaiting({ state, isSettled, answers }: RequestToSend['trails'][number]): boolean {
  return (state === 'failed' && !isSettled) || answers.some((answer) => !answer.isSettled);
}
