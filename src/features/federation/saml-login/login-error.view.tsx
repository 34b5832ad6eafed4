import { ErrorPage } from '#ui/error-page.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { sitePaths } from '#ui/frame/site-paths.ts';
import type { ProviderError } from '../saml/read-response.ts';
import { loginErrorTexts } from './login-error.text.ts';

export type LoginError = `nr${ProviderError}` | 'refused' | 'wrong' | 'unknown-provider' | 'wrong-logout';

/** Why nobody was logged in, and what to do now; nothing that helps whoever tries to break in. */
export function LoginErrorView(props: {
  context: PageContext;
  error: LoginError;
  /** the same login again */
  again?: string | undefined;
  /** of the request, as found in the log */
  code?: string | undefined;
}) {
  const { context, error, again, code } = props;
  const t = loginErrorTexts.for(context.language);
  const ways = [
    ...(again === undefined ? [] : [{ href: again, label: t('again') }]),
    { href: sitePaths.login, label: t('others') },
    { href: sitePaths.home, label: t('home') },
  ];
  return <ErrorPage context={context} title={t(error)} why={t(`${error}Why`)} ways={ways} code={code} />;
}
