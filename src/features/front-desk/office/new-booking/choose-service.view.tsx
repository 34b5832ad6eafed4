import type { Offering } from '#features/offices/index.ts';
import { longDate } from '#platform/dates.ts';
import { localText } from '#platform/language.ts';
import { CardLink, Cards } from '#ui/card.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { OfficeLayout } from '#ui/frame/office-layout.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { PageHeading } from '#ui/page-heading.tsx';
import type { AtOffice } from '../../at-office.ts';
import { newBookingTexts } from './new-booking.text.ts';

/** The services of the office, each with its first free day. */
export function ChooseServiceView(props: {
  context: PageContext;
  at: AtOffice;
  services: readonly { offering: Offering; href: string; first: Temporal.PlainDate | undefined }[];
}) {
  const { context, at, services } = props;
  const { language } = context;
  const t = newBookingTexts.for(language);
  return (
    <OfficeLayout width="full" context={context} at={at} title={t('title')}>
      <PageHeading title={t('title')} lead={services.length > 0 ? t('chooseService') : undefined} />
      {services.length === 0 ? (
        <EmptyState icon="calendar" title={t('noServices')}>
          <p>{t('noServicesWhy')}</p>
        </EmptyState>
      ) : (
        <Cards>
          {services.map(({ offering, href, first }) => (
            <CardLink
              key={offering.id}
              href={href}
              level={2}
              title={localText(offering.serviceName, language)}
              tone={first ? 'good' : 'plain'}
              answer={first ? t('firstFree', { day: longDate(first, language) }) : t('noneFree')}
            />
          ))}
        </Cards>
      )}
    </OfficeLayout>
  );
}
