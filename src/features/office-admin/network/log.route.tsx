import type { FastifyInstance } from 'fastify';
import { networkZone } from '#features/identity/index.ts';
import type { Deps } from '#platform/deps.ts';
import { page } from '#platform/http/page.ts';
import { openNetwork } from '../at-office.ts';
import { logTexts } from '../log/log.text.ts';
import { LogTable } from '../log/log.view.tsx';
import { readLog } from '../log/read-log.ts';
import { networkPaths } from '../paths.ts';
import { NetworkPage } from './network-page.view.tsx';

/** `/network/log`: who did what at all offices. */
export function addNetworkLog(app: FastifyInstance, deps: Deps): void {
  app.get(networkPaths.auditLog, async (request, reply) => {
    openNetwork(deps, request);
    const log = await readLog(deps, request, { officeId: null, timeZone: networkZone });
    const context = reply.pageContext();
    const t = logTexts.for(context.language);
    return page(
      reply,
      <NetworkPage context={context} title={t('title')} lead={t('leadNetwork')}>
        <LogTable language={context.language} log={log} path={networkPaths.auditLog} timeZone={networkZone} isNetwork />
      </NetworkPage>,
    );
  });
}
