import { Button } from '#ui/button.tsx';
import { EmailAddress } from '#ui/email-address.tsx';
import { ActionForm } from '#ui/fields/form.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { OfficeLayout } from '#ui/frame/office-layout.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { PageHeading } from '#ui/page-heading.tsx';
import { Table } from '#ui/table.tsx';
import type { AtOffice } from '../at-office.ts';
import { monthlyTexts } from '../monthly/monthly.text.ts';
import type { Recipient } from '../monthly/recipients.query.ts';
import { reportsPath } from '../paths.ts';
import { shownTexts } from '../shown/shown.text.ts';

/** Who gets an office's monthly report, each with one button that changes it. */
export function RecipientsView(props: { context: PageContext; at: AtOffice; workers: readonly Recipient[] }) {
  const { context, at, workers } = props;
  const { language, csrf } = context;
  const t = monthlyTexts.for(language);
  const base = reportsPath(at.office.code);
  const mayAll = at.may('edit-office');
  return (
    <OfficeLayout
      context={context}
      at={at}
      title={t('recipients')}
      breadcrumb={[{ label: shownTexts.for(language)('title'), href: base }, { label: t('recipients') }]}
    >
      <PageHeading title={t('recipients')} lead={t('recipientsLead')} />
      {!mayAll && <p>{t('onlyAdmins')}</p>}
      {workers.length === 0 ? (
        <EmptyState icon="mail" title={t('nobodyYet')}>
          <p>{t('nobodyYetAbout')}</p>
        </EmptyState>
      ) : (
        <Table
          caption={t('recipients')}
          columns={[
            { label: t('person') },
            { label: t('email') },
            { label: t('gets') },
            { label: t('action'), quiet: true },
          ]}
          rows={workers.map((worker) => ({
            key: String(worker.accountId),
            cells: [
              worker.name,
              <EmailAddress email={worker.email} />,
              t(worker.subscribed ? 'yes' : 'no'),
              (mayAll || worker.accountId === at.viewer.accountId) && (
                <ActionForm
                  action={`${base}/recipients`}
                  csrf={csrf}
                  language={language}
                  hidden={{ account: String(worker.accountId), subscribed: worker.subscribed ? 'no' : 'yes' }}
                >
                  <Button
                    kind="secondary"
                    small
                    label={t(worker.subscribed ? 'removeNamed' : 'addNamed', { name: worker.name })}
                  >
                    {t(worker.subscribed ? 'remove' : 'add')}
                  </Button>
                </ActionForm>
              ),
            ],
          }))}
        />
      )}
      {mayAll && (
        <p>
          {t('invite')} <a href={`/office/${at.office.code}/people`}>{t('toPeople')}</a>
        </p>
      )}
    </OfficeLayout>
  );
}
