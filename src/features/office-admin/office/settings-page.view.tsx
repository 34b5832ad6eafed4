import type { ComponentChildren } from 'preact';
import { OfficeLayout } from '#ui/frame/office-layout.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { PageHeading } from '#ui/page-heading.tsx';
import type { AtOffice } from '../at-office.ts';
import { settingsPaths } from '../paths.ts';
import { settingsTexts } from './settings.text.ts';

/** The frame of a page below an office's settings. */
export function SettingsPage(props: {
  context: PageContext;
  at: AtOffice;
  title: string;
  lead: string;
  kicker?: string | undefined;
  aside?: ComponentChildren;
  above?: readonly { label: string; href: string }[] | undefined;
  formId?: string | undefined;
  invalid?: boolean | undefined;
  width?: 'text' | 'wide' | undefined;
  children: ComponentChildren;
}) {
  const { context, at, title, lead, kicker, aside, above = [], ...page } = props;
  const hub = {
    label: settingsTexts.for(context.language)('title'),
    href: settingsPaths.hub(at.office.code),
  };
  return (
    <OfficeLayout
      context={context}
      at={at}
      title={title}
      width={page.width}
      formId={page.formId}
      invalid={page.invalid}
      breadcrumb={[hub, ...above, { label: title }]}
    >
      <PageHeading title={title} kicker={kicker} lead={lead} aside={aside} />
      {page.children}
    </OfficeLayout>
  );
}
