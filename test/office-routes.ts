import type { OfficeTask } from '#features/identity/index.ts';

/** What a route of the offices' area is for: a task, anything at the office, the whole network, or just a login. */
export type Purpose = OfficeTask | 'work-here' | 'network' | 'login' | 'receipt';

export const serving = ['check-in', 'call', 'serve', 'no-show', 'undo'].map(
  (action) => `POST bookings/:code/${action}`,
);

export const officePages: Readonly<Record<Purpose, readonly string[]>> = {
  login: ['GET /office', 'GET /office/agenda'],
  'see-agenda': ['GET agenda', 'GET agenda/print', 'GET agenda.pdf', 'GET releases/:release/registrations'],
  'see-booking': [
    'GET bookings/:code/attachments/:id',
    'GET bookings/:code/photo/picture',
    'GET search',
    'POST search',
    'GET to-do',
    'GET waiting-list',
    'GET waiting-list/:service',
    'GET queue',
    'POST queue',
    'GET queue/next',
    'GET queue/take',
    'GET mass',
    'GET mass/:id',
    'GET clearances',
    'GET clearance-requests',
    'GET clearance-requests/:id',
    'GET bookings/:code',
  ],
  receipt: ['GET bookings/:code/receipt', 'GET bookings/:code/receipt.pdf'],
  'book-for-citizen': ['GET bookings/new', 'POST bookings/new', 'GET bookings/mine'],
  serve: [
    ...serving,
    'POST bookings/:code/priority-proof',
    ...['photo', 'delivery'].flatMap((page) => [`GET bookings/:code/${page}`, `POST bookings/:code/${page}`]),
    'POST bookings/:code/photo/accept',
    'POST bookings/:code/photo/remove',
    'GET identify',
    'POST identify',
    'POST identify/confirm',
    'POST identify/undo',
    'GET bookings/:code/identify',
  ],
  confirm: [
    ...['confirm', 'ask-again', 'told', 'contact'].map((action) => `POST bookings/:code/${action}`),
    'GET bookings/:code/contact',
  ],
  cancel: [
    ...['GET', 'POST'].flatMap((method) => [`${method} bookings/:code/move`, `${method} bookings/:code/requests/:id`]),
    ...['GET', 'POST'].map((method) => `${method} bookings/:code/people/:position/remove`),
    'POST bookings/:code/keep',
    'POST bookings/:code/cancel',
    'POST bookings/:code/restore',
    'GET mass/cancel',
    'POST mass/cancel',
    'GET mass/new',
  ],
  'write-to-many': ['GET mass/message', 'POST mass/message', 'GET mass/move', 'POST mass/move'],
  'take-in-charge': [
    'POST clearance-requests/:id',
    ...['request.pdf', 'receipts/:receipt', 'answers/:answer/:position'].map(
      (file) => `GET bookings/:code/clearance/${file}`,
    ),
    'GET bookings/:code/take-in-charge',
    'POST bookings/:code/take-in-charge',
    'POST bookings/:code/give-back',
    ...['GET', 'POST'].flatMap((method) =>
      ['offer', 'settings', 'entries/:entry/remove'].map((page) => `${method} waiting-list/:service/${page}`),
    ),
    'POST queue/next',
    'POST queue/take',
    ...['GET', 'POST'].flatMap((method) =>
      ['examine', 'examine/take', 'examine/take-over', 'clearance'].map((page) => `${method} bookings/:code/${page}`),
    ),
  ],
  'edit-planner': [
    ...['GET', 'POST'].flatMap((method) => [
      ...[
        'new',
        ':planner/settings',
        ':planner/copy',
        ':planner/copy-day',
        ':planner/publish',
        ':planner/unpublish',
      ].map((page) => `${method} planners/${page}`),
      ...['new', ':rule'].map((page) => `${method} planners/:planner/rules/${page}`),
      ...['new', 'extra', 'holidays', 'preview'].map((page) => `${method} closures/${page}`),
    ]),
    ...['', '/:planner', '/:planner/versions', '/:planner/releases'].map((page) => `GET planners${page}`),
    ...['rule', 'new'].flatMap((page) =>
      ['GET', 'POST'].map((method) => `${method} planners/:planner/releases/${page}`),
    ),
    'POST planners/:planner/releases/:release/cancel',
    'POST releases/:release/publish',
    'POST releases/:release/take-back',
    'POST releases/:release/registrations/cancel',
    'GET planners/:planner/room-rule',
    'POST planners/:planner/room-rule',
    'POST planners/:planner/room-rule/undo',
    'GET planners/:planner/simulator',
    'GET planners/open-day',
    'POST planners/open-day',
    'GET planners/:planner/quotas',
    'POST planners/:planner/quotas',
    ...['preset', 'redo', 'undo', 'rules/:rule/move', 'rules/:rule/remove', 'versions/:version/restore'].map(
      (action) => `POST planners/:planner/${action}`,
    ),
    'GET closures',
    'GET closures/days/:day',
    'POST closures/days/:day/offers',
  ],
  'answer-help': [
    'GET help',
    'GET help/:request',
    'POST help/:request',
    'POST help/:request/settle',
    'POST help/:request/pass-on',
    'GET help/:request/pictures/:picture',
  ],
  'work-here': ['GET settings', 'GET roles'],
  'edit-office': [
    'GET signals',
    ...['GET', 'POST'].flatMap((method) => [`${method} signals/:signal`, `${method} signals/answers/:notice`]),
    ...['GET', 'POST'].flatMap((method) =>
      ['queue/naming', 'no-show-rule', 'details', 'privacy', 'people', 'territory', 'services/:service/:part'].map(
        (page) => `${method} ${page}`,
      ),
    ),
    ...['try', 'remove'].map((action) => `POST certified-mail/${action}`),
    ...['GET', 'POST'].map((method) => `${method} certified-mail`),
    ...['', '/done'].map((page) => `GET set-up${page}`),
    ...['details', 'hours', 'services', 'planner', 'publish'].flatMap((step) =>
      ['GET', 'POST'].map((method) => `${method} set-up/${step}`),
    ),
    'GET services',
    'GET services/:service',
    'POST services/:service/switch',
    ...['GET', 'POST'].flatMap((method) =>
      ['questions/:id', 'files/:id', 'invitations'].map((page) => `${method} services/:service/${page}`),
    ),
    'GET services/:service/questions',
    ...['questions', 'files'].flatMap((what) =>
      ['move', 'remove'].map((action) => `POST services/:service/${what}/:id/${action}`),
    ),
    'POST services/:service/invitations/:id/revoke',
    'POST people/:account/invite',
    'POST people/:account/sites',
    'POST people/:account/remove',
  ],
  'see-log': ['GET log'],
  network: ['POST services'],
  'see-reports': [
    ...['', '/:report', '/:report/file', '/month.pdf'].map((page) => `GET reports${page}`),
    'GET releases',
    'GET releases/:release',
    'GET releases/:release/fairness.csv',
    'GET reports/recipients',
    'POST reports/recipients',
  ],
  'look-after-accounts': [
    ...['GET', 'POST'].flatMap((method) =>
      ['accounts', ':account/block', 'blocks/:block', 'pauses/:appeal', 'changes/:change'].map(
        (page) => `${method} ${page === 'accounts' ? page : `accounts/${page}`}`,
      ),
    ),
    'GET accounts/:account',
    'POST accounts/:account/excuse',
  ],
  'merge-accounts': ['GET', 'POST'].map((method) => `${method} accounts/:account/merge/:other`),
};
