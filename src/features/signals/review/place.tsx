import type { FastifyRequest } from 'fastify';
import type { ComponentChildren } from 'preact';
import {
  mayDo,
  networkZone,
  requireNetworkAdmin,
  requireOfficeTask,
  requireViewer,
  type Viewer,
} from '#features/identity/index.ts';
import { type Office, officeAt } from '#features/offices/index.ts';
import type { Deps } from '#platform/deps.ts';
import { pathPart } from '#platform/http/path.ts';
import { notFound } from '#platform/http/problem.ts';
import { Layout } from '#ui/frame/layout.tsx';
import { networkNav, networkNavTexts } from '#ui/frame/network-nav.ts';
import { OfficeLayout } from '#ui/frame/office-layout.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import type { Whose } from '../signal.query.ts';

/** Where signals are looked at: an office, or the network. */
export interface ReviewPlace {
  /** null: the network */
  readonly office: Office | null;
  readonly code: string | null;
  readonly zone: string;
  readonly whose: Whose;
  readonly viewer: Viewer;
  readonly now: Temporal.Instant;
}

/** An office's administrator looks at what concerns the office. */
export async function openAtOffice(deps: Deps, request: FastifyRequest): Promise<ReviewPlace> {
  requireViewer(request);
  const office = await officeAt(deps.db, pathPart(request, 'office'));
  if (office === undefined) throw notFound('unknown-office');
  const viewer = requireOfficeTask(request, office, 'edit-office');
  const now = deps.clock.now();
  return { office, code: office.code, zone: office.timeZone, whose: { officeId: office.id }, viewer, now };
}

/** An administrator of the network looks at all. */
export async function openAtNetwork(deps: Deps, request: FastifyRequest): Promise<ReviewPlace> {
  const viewer = requireNetworkAdmin(request);
  return { office: null, code: null, zone: networkZone, whose: 'network', viewer, now: deps.clock.now() };
}

/** The frame of the place's pages. */
export function ReviewPage(props: {
  context: PageContext;
  place: ReviewPlace;
  title: string;
  formId?: string | undefined;
  invalid?: boolean | undefined;
  breadcrumb?: readonly { label: string; href?: string }[] | undefined;
  width?: 'text' | 'wide' | undefined;
  children: ComponentChildren;
}) {
  const { context, place, children, ...page } = props;
  const { office, viewer } = place;
  if (office !== null) {
    const at = { office, may: (task: Parameters<typeof mayDo>[2]) => mayDo(viewer, office.id, task) };
    return (
      <OfficeLayout context={context} at={at} {...page}>
        {children}
      </OfficeLayout>
    );
  }
  const t = networkNavTexts.for(context.language);
  return (
    <Layout
      context={context}
      area="office"
      officeName={t('area')}
      nav={networkNav(context.language, context.url)}
      {...page}
    >
      {children}
    </Layout>
  );
}
