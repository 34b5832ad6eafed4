import type { Language } from '#platform/language.ts';
import { Alert } from '#ui/alert.tsx';
import { Actions, Button, ButtonLink } from '#ui/button.tsx';
import { Form, freshForm } from '#ui/fields/form.tsx';
import { previewTexts } from './hours-preview.text.ts';
import { Tick } from '../tick.view.tsx';

/** What was shown is confirmed as it was shown; whether those who lose their seat are offered another. */
export function ConfirmPreview(props: {
  language: Language;
  csrf: string;
  action: string;
  fingerprint: string;
  hidden?: readonly (readonly [string, string])[];
  /** undefined: nobody loses a seat */
  offer: boolean | undefined;
  /** why it cannot be confirmed yet */
  wrong?: string | undefined;
  confirm: string;
  isDangerous?: boolean;
  back: { readonly href: string; readonly label: string };
}) {
  const { language, csrf, action, fingerprint, hidden = [], offer, confirm, isDangerous = false, back, wrong } = props;
  const t = previewTexts.for(language);
  const form = freshForm(language);
  if (wrong !== undefined) return <Alert language={language} tone="warning" title={wrong} />;
  return (
    <Form id="confirm" form={form} csrf={csrf} action={action} summary={false}>
      {hidden.map(([name, value]) => (
        <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
      ))}
      <input type="hidden" name="seen" value={fingerprint} />
      {offer !== undefined && <Tick name="offer" label={t('offer')} hint={t('offerHint')} checked={offer} />}
      <Actions>
        <Button kind={isDangerous ? 'danger' : 'primary'}>{confirm}</Button>
        <ButtonLink href={back.href} kind="secondary">
          {back.label}
        </ButtonLink>
      </Actions>
    </Form>
  );
}
