import { ErrorPage } from '#ui/error-page.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { oidcPaths } from '../own/entity-configuration.ts';
import { cieErrorTexts } from './cie-error.text.ts';

/** Why a login with CIE came to nothing. */
export type CieError = 'denied' | 'level' | 'stale' | 'unreachable' | 'failed';

export const cieErrorStatus: Record<CieError, number> = {
  denied: 403,
  level: 403,
  stale: 400,
  unreachable: 503,
  failed: 502,
};

export function CieErrorView(props: {
  context: PageContext;
  error: CieError;
  /** where one was going, sealed: a further try goes there too */
  intent: string | undefined;
  /** the request's id, where whoever helps has something to find in the log */
  code?: string | undefined;
}) {
  const { context, error, intent, code } = props;
  const t = cieErrorTexts.for(context.language);
  const again = intent === undefined ? oidcPaths.login : `${oidcPaths.login}?intent=${encodeURIComponent(intent)}`;
  return (
    <ErrorPage
      context={context}
      title={t(`${error}Title`)}
      why={t(error)}
      ways={[
        { href: again, label: t('again') },
        { href: '/login', label: t('otherWays') },
      ]}
      code={code}
    />
  );
}
