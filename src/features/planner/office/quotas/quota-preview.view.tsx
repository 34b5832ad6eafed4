import type { Language } from '#platform/language.ts';
import { Alert } from '#ui/alert.tsx';
import { Table } from '#ui/table.tsx';
import type { QuotaPreview } from '../../quotas/quota-preview.rules.ts';
import type { Asker } from '../../quotas/quota.rules.ts';
import { quotasTexts } from './quotas.text.ts';

const how = {
  web: 'byWeb',
  phone: 'byPhone',
  desk: 'byDesk',
  'partner-desk': 'byPartner-desk',
  totem: 'byTotem',
} as const;

/** Seats for each kind of people: what the quotas come to before anybody has booked. */
export function QuotaPreviewTable({ language, preview }: { language: Language; preview: QuotaPreview }) {
  const t = quotasTexts.for(language);
  if (preview.week === 0) return <p>{t('previewNone')}</p>;
  const name = ({ channel, resident }: Asker) => {
    const who = t(resident === undefined ? 'everybody' : resident ? 'residentShort' : 'elsewhereShort');
    return t('groupAt', { who, how: t(how[channel]) });
  };
  return (
    <>
      <p>{t('previewAbout', { day: preview.day, week: preview.week })}</p>
      {preview.groups.some(({ week }) => week === 0) && (
        <Alert language={language} tone="warning" title={t('nobody')} />
      )}
      <Table
        caption={t('preview')}
        columns={[
          { label: t('group') },
          { label: t('slotSeats'), numeric: true },
          { label: t('daySeats'), numeric: true },
          { label: t('weekSeats'), numeric: true },
        ]}
        rows={preview.groups.map(({ asker, slot, day, week }) => ({
          key: name(asker),
          cells: [name(asker), slot, day, week],
        }))}
      />
    </>
  );
}
