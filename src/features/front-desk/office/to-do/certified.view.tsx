import { certifiedFaultTexts } from '#features/certified-mail/index.ts';
import type { Language } from '#platform/language.ts';
import { Badge } from '#ui/badge.tsx';
import { ButtonLink } from '#ui/button.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { Table } from '#ui/table.tsx';
import { type AtOffice, bookingPath } from '../../at-office.ts';
import type { CertifiedToDo } from '../../certified-to-do.query.ts';
import { certifiedToDoTexts } from './certified.text.ts';
import { toDoTexts } from './to-do.text.ts';
import { when, who } from './to-do-rows.view.tsx';

/** What came back by certified e-mail and waits for somebody; nothing when nothing did. */
export function CertifiedPart(props: { context: PageContext; at: AtOffice; rows: readonly CertifiedToDo[] }) {
  const { context, at, rows } = props;
  const { language } = context;
  const t = certifiedToDoTexts.for(language);
  const shared = toDoTexts.for(language);
  if (rows.length === 0) return null;
  return (
    <section class="mb-5" aria-labelledby="certified">
      <h2 id="certified">
        {t('title')} <span class="t-muted">({rows.length})</span>
      </h2>
      <p class="t-muted">{t('about')}</p>
      <Table
        caption={t('title')}
        columns={[shared('who'), shared('when'), shared('why'), shared('actions')].map((label) => ({ label }))}
        rows={rows.map((row, index) => ({
          key: String(index),
          cells: [
            who(props, row),
            when(props, row.startsAt),
            <Why key="why" row={row} language={language} />,
            at.may('take-in-charge') && (
              <ButtonLink
                href={`${bookingPath(at.office, row.code)}/clearance`}
                small
                label={t('openOf', { name: row.name })}
              >
                {t('open')}
              </ButtonLink>
            ),
          ],
        }))}
      />
    </section>
  );
}

function Why({ row, language }: { row: CertifiedToDo; language: Language }) {
  const t = certifiedToDoTexts.for(language);
  const words = row.fault !== null && certifiedFaultTexts.has(row.fault) ? row.fault : undefined;
  return (
    <>
      <Badge tone={row.why === 'failed' ? 'danger' : 'warning'}>{t(row.why)}</Badge>
      {words && <span class="d-block">{certifiedFaultTexts.for(language)(words)}</span>}
    </>
  );
}
