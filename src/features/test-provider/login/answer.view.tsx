import { Button } from '#ui/button.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { ProviderFrame } from '../frame.view.tsx';
import { loginTexts } from './login.text.ts';

/** The answer on its way back through the browser: sent by itself where scripts run, else by its button. */
export function AnswerView(props: {
  context: PageContext;
  serviceName: string;
  consumer: string;
  xml: string;
  relayState: string;
}) {
  const { context, consumer, xml, relayState } = props;
  const t = loginTexts.for(context.language);
  return (
    <ProviderFrame context={context} title={t('answer-title', { name: props.serviceName })} lead={t('answer-lead')}>
      <form method="post" action={consumer} data-at-once>
        <input type="hidden" name="SAMLResponse" value={Buffer.from(xml).toString('base64')} />
        <input type="hidden" name="RelayState" value={relayState} />
        <Button>{t('continue')}</Button>
      </form>
    </ProviderFrame>
  );
}
