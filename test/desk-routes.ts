export const everybody = [
  'nobody',
  'citizen',
  // administrator of another office
  'elsewhere',
  'helper',
  'planner-manager',
  'auditor',
  'operator',
  'officer',
] as const;
export type Who = (typeof everybody)[number];

/** Everything that the desk answers to, and who gets further than the door; the others get 403, nobody the login. */
export const deskRoutes: readonly { method: 'GET' | 'POST'; path: string; may: readonly Who[] }[] = [
  { method: 'GET', path: '/office/:office/agenda', may: ['planner-manager', 'auditor', 'operator', 'officer'] },
  ...['agenda/print', 'agenda.pdf'].map((path) => ({
    method: 'GET' as const,
    path: `/office/:office/${path}`,
    may: ['planner-manager', 'auditor', 'operator', 'officer'] as const,
  })),
  { method: 'GET', path: '/office/:office/search', may: ['auditor', 'operator', 'officer'] },
  { method: 'POST', path: '/office/:office/search', may: ['auditor', 'operator', 'officer'] },
  { method: 'GET', path: '/office/:office/bookings/new', may: ['helper', 'operator', 'officer'] },
  { method: 'POST', path: '/office/:office/bookings/new', may: ['helper', 'operator', 'officer'] },
  { method: 'GET', path: '/office/:office/bookings/:code', may: ['auditor', 'operator', 'officer'] },
  { method: 'GET', path: '/office/:office/bookings/:code/receipt', may: ['auditor', 'operator', 'officer'] },
  { method: 'GET', path: '/office/:office/bookings/:code/receipt.pdf', may: ['auditor', 'operator', 'officer'] },
  ...['/office', '/api/v1/offices'].flatMap((base) => [
    ...['check-in', 'call', 'serve', 'no-show', 'undo', 'confirm', 'cancel'].map((action) => ({
      method: 'POST' as const,
      path: `${base}/:office/bookings/:code/${action}`,
      may: ['operator', 'officer'] as const,
    })),
  ]),
  ...['/office', '/api/v1/offices'].flatMap((base) =>
    ['take-in-charge', 'give-back'].map((action) => ({
      method: 'POST' as const,
      path: `${base}/:office/bookings/:code/${action}`,
      may: ['officer'] as const,
    })),
  ),
  { method: 'GET', path: '/office/:office/bookings/:code/take-in-charge', may: ['officer'] },
  { method: 'GET', path: '/office/:office/bookings/:code/contact', may: ['operator', 'officer'] },
  ...['contact', 'ask-again', 'restore', 'told'].map((action) => ({
    method: 'POST' as const,
    path: `/office/:office/bookings/:code/${action}`,
    may: ['operator', 'officer'] as const,
  })),
  { method: 'GET', path: '/office/:office/to-do', may: ['auditor', 'operator', 'officer'] },
  ...['GET queue', 'POST queue', 'GET queue/next', 'GET queue/take', 'GET clearances'].map((one) => {
    const [method, page] = one.split(' ');
    return {
      method: method === 'GET' ? ('GET' as const) : ('POST' as const),
      path: `/office/:office/${page}`,
      may: ['auditor', 'operator', 'officer'] as const,
    };
  }),
  ...['GET', 'POST'].flatMap((method) => [
    ...['examine', 'examine/take', 'examine/take-over', 'clearance'].map((page) => ({
      method: method === 'GET' ? ('GET' as const) : ('POST' as const),
      path: `/office/:office/bookings/:code/${page}`,
      may: ['officer'] as const,
    })),
    {
      method: method === 'GET' ? ('GET' as const) : ('POST' as const),
      path: '/office/:office/queue/naming',
      may: [] as const,
    },
  ]),
  ...['next', 'take'].map((page) => ({
    method: 'POST' as const,
    path: `/office/:office/queue/${page}`,
    may: ['officer'] as const,
  })),
  ...['GET /move', 'POST /move', 'POST /keep', 'GET /requests/:id', 'POST /requests/:id'].map((one) => {
    const [method, page] = one.split(' ');
    return {
      method: method === 'GET' ? ('GET' as const) : ('POST' as const),
      path: `/office/:office/bookings/:code${page}`,
      may: ['operator', 'officer'] as const,
    };
  }),
  { method: 'GET', path: '/api/v1/offices/:office/agenda', may: ['planner-manager', 'auditor', 'operator', 'officer'] },
  ...['grant', 'refuse'].map((answer) => ({
    method: 'POST' as const,
    path: `/api/v1/offices/:office/clearances/:id/${answer}`,
    may: ['officer'] as const,
  })),
  { method: 'POST', path: '/api/v1/offices/:office/bookings', may: ['helper', 'operator', 'officer'] },
  ...['clearances', 'bookings/:code'].map((what) => ({
    method: 'GET' as const,
    path: `/api/v1/offices/:office/${what}`,
    may: ['auditor', 'operator', 'officer'] as const,
  })),
];
