import { type CertifiedTrail, CertifiedTrails } from '#features/certified-mail/index.ts';
import { networkZone } from '#features/identity/index.ts';
import type { Office } from '#features/offices/index.ts';
import { dayIn, withArticle } from '#platform/dates.ts';
import { type Language, localText } from '#platform/language.ts';
import { Alert } from '#ui/alert.tsx';
import { Actions, Button } from '#ui/button.tsx';
import { ActionForm, Form, type FormState } from '#ui/fields/form.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import type { Activation } from '../../activation/activation.ts';
import { networkPaths } from '../../paths.ts';
import { NetworkPage } from '../network-page.view.tsx';
import { activationTexts } from './activation.text.ts';
import { activationState } from './activation-state.rules.ts';

/** One office's activation: where it stands, what was sent, and the form that sends a link. */
export function ActivationView(props: {
  context: PageContext;
  office: Office;
  form: FormState;
  activation: Activation | undefined;
  letter: { subject: string; text: string } | undefined;
  trails: readonly CertifiedTrail[];
  /** The certified address it leaves from; undefined: it is sent by hand. */
  sender: string | undefined;
  now: Temporal.Instant;
}) {
  const { context, office, form, activation, letter, trails, sender, now } = props;
  const { language, csrf } = context;
  const t = activationTexts.for(language);
  const isOpen = activation !== undefined && activationState(activation, now) === 'waiting';
  return (
    <NetworkPage
      context={context}
      title={t('title')}
      lead={t('lead', { office: localText(office.name, language) })}
      width="text"
      formId="activation"
      invalid={form.errors.length > 0}
    >
      {activation && (
        <section aria-labelledby="now" class="mb-4">
          <h2 id="now">{t('now')}</h2>
          <Alert language={language} tone={isOpen ? 'info' : 'success'}>
            <p class="mb-0">{stateInWords(activation, now, language)}</p>
          </Alert>
          <CertifiedTrails language={language} timeZone={networkZone} trails={trails} />
          {isOpen && activation.way === 'by-hand' && letter && (
            <>
              <h3>{t('text')}</h3>
              <p>{t('textAbout', { recipient: activation.recipient })}</p>
              <p class="mb-1">
                <strong>{t('subject')}:</strong> {letter.subject}
              </p>
              <textarea class="form-control mb-3" rows={14} readonly aria-label={t('text')}>
                {letter.text}
              </textarea>
            </>
          )}
          {isOpen && (
            <ActionForm action={`${networkPaths.activation(office.code)}/withdraw`} csrf={csrf} language={language}>
              <Button kind="danger">{t('withdraw')}</Button>
            </ActionForm>
          )}
        </section>
      )}
      {isOpen && <h2>{t('again')}</h2>}
      <p>
        {sender === undefined ? t('byHand') : t('sender', { sender })} {isOpen && t('againWhy')}
      </p>
      <Form id="activation" form={form} csrf={csrf} action={networkPaths.activation(office.code)}>
        <TextField
          form={form}
          name="recipient"
          label={t('address')}
          hint={t('addressHint')}
          type="email"
          maxlength={200}
        />
        <Actions>
          <Button>{sender === undefined ? t('prepare') : t('sendCertified')}</Button>
        </Actions>
      </Form>
    </NetworkPage>
  );
}

function stateInWords(activation: Activation, now: Temporal.Instant, language: Language): string {
  const t = activationTexts.for(language);
  const day = (at: Temporal.Instant, joint: 'il' | 'al' = 'il') => withArticle(joint, dayIn(at, networkZone), language);
  switch (activationState(activation, now)) {
    case 'published':
      return t('publishedOn', { day: day(activation.publishedAt ?? now) });
    case 'used':
      return t('usedOn', { day: day(activation.usedAt ?? now) });
    case 'withdrawn':
      return t('withdrawnNow');
    case 'expired':
      return t('expiredOn', { day: day(activation.expiresAt) });
    case 'waiting':
      return t('waitingFor', { recipient: activation.recipient, day: day(activation.expiresAt, 'al') });
  }
}
