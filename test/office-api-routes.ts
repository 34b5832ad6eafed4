import { type Purpose, serving } from './office-routes.ts';

/** Below `/api/v1/offices/:office/`, what each call is for. */
export const officeApi: Partial<Record<Purpose, readonly string[]>> = {
  'see-agenda': ['GET agenda'],
  'see-reports': ['GET reports/:report'],
  'see-booking': [
    ...['clearances', 'bookings/:code', 'photos', 'bookings/:code/photo', 'bookings/:code/photo/picture'].map(
      (what) => `GET ${what}`,
    ),
  ],
  'book-for-citizen': ['POST bookings'],
  serve: [...serving, ...['decide', 'undo'].map((action) => `POST bookings/:code/photo/${action}`)],
  confirm: ['POST bookings/:code/confirm', 'POST releases/:release/public-value'],
  cancel: ['POST bookings/:code/cancel'],
  'take-in-charge': [
    ...['take-in-charge', 'give-back'].map((action) => `POST bookings/:code/${action}`),
    ...['grant', 'refuse'].map((answer) => `POST clearances/:id/${answer}`),
  ],
  'edit-planner': [
    ...['GET', 'POST'].flatMap((method) => [`${method} planners`, `${method} closures`]),
    ...['GET', 'PUT', 'DELETE'].map((method) => `${method} planners/:planner`),
    'POST planners/:planner/preview',
    'DELETE closures/:closure',
    'POST releases',
    'DELETE releases/:release',
  ],
};
