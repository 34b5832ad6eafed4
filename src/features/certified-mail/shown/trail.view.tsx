import { clockTime, dayIn, shortDate } from '#platform/dates.ts';
import type { Language } from '#platform/language.ts';
import { Badge } from '#ui/badge.tsx';
import { Table } from '#ui/table.tsx';
import type { Tone } from '#ui/tone.ts';
import type { MessageState } from '../rules.ts';
import { AnswersView } from './answers.view.tsx';
import type { CertifiedTrail, ShownReceipt } from './trail.query.ts';
import { certifiedFaultTexts, trailTexts } from './trail.text.ts';

/** Where the page that shows a trail offers its files; without them only the facts are shown. */
export interface TrailPaths {
  receipt(receiptId: string): string;
  answerFile(answerId: string, position: number): string;
}

export interface TrailProps {
  readonly language: Language;
  /** of the office, whose clock everybody there reads */
  readonly timeZone: string;
  readonly trails: readonly CertifiedTrail[];
  readonly paths?: TrailPaths | undefined;
  /** The page has a heading of its own for it. */
  readonly isTitled?: boolean | undefined;
}

const tones: Readonly<Record<MessageState, Tone | 'neutral'>> = {
  waiting: 'neutral',
  sent: 'info',
  accepted: 'info',
  delivered: 'success',
  failed: 'danger',
  dropped: 'neutral',
};

/** What was sent by certified e-mail about something, with its receipts and answers; nothing when nothing was. */
export function CertifiedTrails(props: TrailProps) {
  const { language, trails, isTitled = false } = props;
  const t = trailTexts.for(language);
  if (trails.length === 0) return null;
  const all = trails.map((trail) => <OneTrail key={trail.id} {...props} trail={trail} />);
  if (isTitled) return <>{all}</>;
  return (
    <section aria-labelledby="certified-mail" class="mb-4">
      <h2 id="certified-mail">{t('title')}</h2>
      {all}
    </section>
  );
}

function OneTrail({ trail, ...props }: TrailProps & { trail: CertifiedTrail }) {
  const { language, timeZone, paths } = props;
  const t = trailTexts.for(language);
  const fault = certifiedFaultTexts.for(language);
  const faultWords = trail.fault !== null && certifiedFaultTexts.has(trail.fault) ? fault(trail.fault) : undefined;
  const steps = [
    { key: 'written', what: t('written'), at: trail.createdAt, receipt: undefined },
    ...(trail.sentAt ? [{ key: 'sent', what: t('leftOn'), at: trail.sentAt, receipt: undefined }] : []),
    ...trail.receipts.map((receipt) => ({ key: receipt.id, what: t(receipt.kind), at: receipt.at, receipt })),
  ];
  return (
    <div class="mb-4">
      <p class="mb-2">
        <Badge tone={tones[trail.state]}>{t(trail.state)}</Badge> {t('to', { recipient: trail.recipient })}
      </p>
      {faultWords && trail.state !== 'delivered' && (
        <p class="mb-2">{trail.fault === 'delayed' ? t('delayedNow') : faultWords}</p>
      )}
      {trail.isSettled && <p class="t-muted mb-2">{t('settled')}</p>}
      <Table
        caption={t('title')}
        dense
        columns={[{ label: t('step') }, { label: t('when') }, ...(paths ? [{ label: t('proof') }] : [])]}
        rows={steps.map(({ key, what, at, receipt }) => ({
          key,
          cells: [
            <>
              {what}
              {receipt && <ProviderWords receipt={receipt} language={language} />}
            </>,
            `${shortDate(dayIn(at, timeZone), language)}, ${clockTime(at, timeZone)}`,
            ...(paths ? [<ReceiptLink key="link" receipt={receipt} paths={paths} language={language} />] : []),
          ],
        }))}
      />
      <p class="t-muted mb-2">
        {t('mark')}:{' '}
        <span class="t-code" translate={false}>
          {trail.mark}
        </span>
      </p>
      <AnswersView {...props} answers={trail.answers} />
    </div>
  );
}

function ProviderWords({ receipt, language }: { receipt: ShownReceipt; language: Language }) {
  if (receipt.words === null) return null;
  const words = trailTexts.for(language)('providerSays', { words: receipt.words });
  return <span class="t-muted d-block">{words}</span>;
}

function ReceiptLink(props: { receipt: ShownReceipt | undefined; paths: TrailPaths; language: Language }) {
  const { receipt, paths, language } = props;
  const t = trailTexts.for(language);
  if (receipt === undefined) return <>—</>;
  return (
    <a href={paths.receipt(receipt.id)} download aria-label={t('downloadLabel', { kind: t(receipt.kind) })}>
      {t('download')}
    </a>
  );
}
