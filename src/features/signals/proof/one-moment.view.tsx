import { asset } from '#ui/asset.ts';
import { Button } from '#ui/button.tsx';
import { Form, freshForm } from '#ui/fields/form.tsx';
import { Layout } from '#ui/frame/layout.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { PageHeading } from '#ui/page-heading.tsx';
import type { GuardedAction } from './actions.ts';
import { proofFields } from './kept-body.ts';
import { proofTexts } from './proof.text.ts';

/** Between a form and its answer, while the site is under attack: goes on by itself, or by a button after some seconds. */
export function OneMomentView(props: {
  context: PageContext;
  action: GuardedAction;
  kept: string;
  wait: string | undefined;
  seconds: number;
  tooEarly: boolean;
}) {
  const { context, action, kept, wait, seconds, tooEarly } = props;
  const { language } = context;
  const t = proofTexts.for(language);
  return (
    <Layout context={context} title={t('title')} width="text">
      <PageHeading title={t('title')} lead={t('lead')} />
      <p>{t('why')}</p>
      <Form id="go-on" form={freshForm(language)} csrf={context.csrf}>
        <input type="hidden" name={proofFields.kept} value={kept} />
        {wait && <input type="hidden" name={proofFields.wait} value={wait} />}
        <div class="t-proof-wait">
          <p
            role="status"
            hidden
            data-proof={action}
            data-proof-send="go-on"
            data-proof-worker={asset('proof-worker.js')}
          >
            {t('working')}
          </p>
          <p class="t-without-script">{t(tooEarly ? 'tooEarly' : 'noScript', { seconds })}</p>
          <div class={appearsAfter(seconds)}>
            <Button busy={t('busy')}>{t('go')}</Button>
          </div>
        </div>
      </Form>
      <script type="module" src={asset('proof.js')} />
    </Layout>
  );
}

function appearsAfter(seconds: number): string {
  if (seconds <= 2) return 't-after-2';
  return seconds <= 5 ? 't-after-5' : 't-after-8';
}
