import type { FastifyInstance } from 'fastify';
import type { Deps } from '#platform/deps.ts';
import { page } from '#platform/http/page.ts';
import { openOfficeLog } from '../at-office.ts';
import { logTexts } from '../log/log.text.ts';
import { LogTable } from '../log/log.view.tsx';
import { readLog } from '../log/read-log.ts';
import { settingsPaths } from '../paths.ts';
import { SettingsPage } from './settings-page.view.tsx';

/** `/office/{office}/log`: who did what at the office. */
export function addOfficeLog(app: FastifyInstance, deps: Deps): void {
  app.get('/office/:office/log', async (request, reply) => {
    const at = await openOfficeLog(deps, request);
    const { id: officeId, timeZone, code } = at.office;
    const log = await readLog(deps, request, { officeId, timeZone });
    const context = reply.pageContext();
    const t = logTexts.for(context.language);
    const path = settingsPaths.auditLog(code);
    return page(
      reply,
      <SettingsPage context={context} at={at} title={t('title')} lead={t('lead')}>
        <LogTable language={context.language} log={log} path={path} timeZone={timeZone} isNetwork={false} />
      </SettingsPage>,
    );
  });
}
