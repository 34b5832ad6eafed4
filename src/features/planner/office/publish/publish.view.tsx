import type { ComponentChildren } from 'preact';
import { Alert } from '#ui/alert.tsx';
import { ButtonLink } from '#ui/button.tsx';
import { OfficeLayout } from '#ui/frame/office-layout.tsx';
import { PageHeading } from '#ui/page-heading.tsx';
import type { HoursPreview } from '../../slots/hours-preview.query.ts';
import type { Planner } from '../../planner.query.ts';
import { ConfirmPreview } from '../preview/confirm-preview.view.tsx';
import { previewTexts } from '../preview/hours-preview.text.ts';
import { PreviewLayout } from '../preview/hours-preview.view.tsx';
import type { PlannerPageProps } from '../planner-page.ts';
import { plannerPaths } from '../paths.ts';
import { plannerTexts } from '../planner.text.ts';
import { publishTexts } from './publish.text.ts';
import { UncoveredList } from '../preview/uncovered-list.view.tsx';

export interface PublishViewProps extends PlannerPageProps {
  readonly planner: Planner;
  readonly kind: 'publish' | 'unpublish';
  readonly preview: HoursPreview;
  /** how the next release would go */
  readonly foreseen: ComponentChildren;
  /** the situation is no longer the one that was confirmed */
  readonly changed: boolean;
  readonly q: string;
  readonly page: number;
  readonly month: string;
}

/** What a publication, or taking a planner off, would change: asked once before it is done. */
export function PublishView(props: PublishViewProps) {
  const { context, at, planner, kind, preview, foreseen, changed, q, page, month } = props;
  const { language } = context;
  const t = publishTexts.for(language);
  const { code } = at.office;
  const isPublish = kind === 'publish';
  const title = t(isPublish ? 'publishTitle' : 'unpublishTitle', { name: planner.name });
  const back = plannerPaths.planner(code, planner.id);
  const action = isPublish ? plannerPaths.publish(code, planner.id) : plannerPaths.unpublish(code, planner.id);
  const missing = isPublish ? whatIsMissing(planner) : undefined;
  const list = { label: plannerTexts.for(language)('title'), href: plannerPaths.list(code) };
  return (
    <OfficeLayout
      context={context}
      at={at}
      title={title}
      breadcrumb={[list, { label: planner.name, href: back }, { label: title }]}
    >
      {changed && <Alert language={language} tone="warning" live title={previewTexts.for(language)('changed')} />}
      <PageHeading title={title} lead={t(isPublish ? 'publishLead' : 'unpublishLead')} />
      {missing ? (
        <>
          <Alert language={language} tone="warning" title={t(missing)} />
          <ButtonLink href={back} kind="secondary">
            {t('back')}
          </ButtonLink>
        </>
      ) : (
        <>
          {foreseen}
          <PreviewLayout
            language={language}
            preview={preview}
            today={at.today}
            month={month}
            monthHref={(one) => `${action}?month=${one}#calendar`}
            confirm={
              <ConfirmPreview
                language={language}
                csrf={context.csrf}
                action={action}
                fingerprint={preview.fingerprint}
                offer={preview.bookings.length > 0 ? isPublish : undefined}
                confirm={t(isPublish ? 'publish' : 'unpublish')}
                isDangerous={!isPublish}
                back={{ href: back, label: t('back') }}
              />
            }
          >
            <UncoveredList
              context={context}
              at={at}
              bookings={preview.bookings}
              q={q}
              page={page}
              action={action}
              hidden={[]}
            />
          </PreviewLayout>
        </>
      )}
    </OfficeLayout>
  );
}

function whatIsMissing(planner: Planner): 'noRules' | 'noServices' | undefined {
  if (planner.ruleCount === 0) return 'noRules';
  return planner.services.length === 0 ? 'noServices' : undefined;
}
