import type { Language } from '#platform/language.ts';
import { defineTexts } from '#platform/texts.ts';
import { asset } from '../asset.ts';
import { Icon } from '../icon.tsx';
import type { ProofAsked } from './page-context.ts';

/** Says, while the site is under attack, that the browser does a sum by itself; nobody has to do anything. */
export function ProofBox(props: { language: Language; proof: ProofAsked; formId?: string | undefined }) {
  const { language, proof, formId } = props;
  const t = proofBoxTexts.for(language);
  return (
    <aside class="t-proof" aria-label={t('title')}>
      <Icon name="info" />
      <div>
        <p class="t-proof-title">{t('title')}</p>
        <p>{t('why')}</p>
        <p class="t-proof-working" role="status" hidden data-proof-done={t('done')}>
          {t('working')}
        </p>
        <p class="t-without-script">{t('noScript', { seconds: proof.seconds })}</p>
        {proof.wait && formId && <input type="hidden" name="_wait" value={proof.wait} form={formId} />}
      </div>
      <span
        hidden
        data-proof={proof.action}
        data-proof-form={proof.form}
        data-proof-worker={asset('proof-worker.js')}
      />
      <script type="module" src={asset('proof.js')} />
    </aside>
  );
}

const proofBoxTexts = defineTexts('ui/proof-box', {
  it: {
    title: 'Un breve controllo automatico',
    why: 'In questo momento il sito riceve molte più richieste del solito. Perché resti posto per le persone, il tuo browser fa da sé un breve calcolo: tu non devi fare nulla, e nessun dato va ad altri.',
    working: 'Calcolo in corso: puoi già compilare e inviare.',
    done: 'Calcolo finito.',
    noScript:
      'Se il tuo browser non esegue script, dopo l’invio può chiederti di aspettare {seconds, plural, one {un secondo} other {# secondi}}.',
  },
  en: {
    title: 'A short automatic check',
    why: 'The site is receiving many more requests than usual. To leave room for people, your browser does a short sum by itself: you need not do anything, and no data goes to anybody else.',
    working: 'The sum is under way: you can fill in and send already.',
    done: 'The sum is done.',
    noScript:
      'If your browser runs no scripts, you may be asked to wait {seconds, plural, one {one second} other {# seconds}} after sending.',
  },
});
