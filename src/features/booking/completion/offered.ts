export {
  completableOf,
  completeUntil,
  isComplete,
  mayComplete,
  missingOf,
  type PhotoOfBooking,
  takesMore,
  type PhotoState,
} from './completion.rules.ts';
export type { Delivery } from '../delivery/delivery.rules.ts';
export { changeDelivery } from '../delivery/change-delivery.ts';
export { acceptPhoto, type PhotoRefusal, proposePhoto, removePhoto } from '../photo/keep-photo.ts';
export { readDelivery } from '../delivery/read-delivery.ts';
export { markCompletionReminded } from '../confirmation/mark-told.ts';
export { completionTexts } from './completion.text.ts';
export { completionFacts, type CompletionFacts } from './completion-facts.query.ts';
export { missingWords } from './completion-words.ts';
export { deliveryError } from '../delivery/delivery-faults.text.ts';
export { DeliveryForm, type DeliveryFormProps } from '../delivery/delivery-form.view.tsx';
export { sentDelivery, shownDelivery } from '../delivery/delivery.form.ts';
export { deliveryTexts } from '../delivery/delivery.text.ts';
export { delegateWords, deliveryWords } from '../delivery/delivery-words.ts';
export { CheckList, VerdictBadge } from '../photo/check-list.view.tsx';
export { photoErrors } from '../photo/photo-errors.ts';
export { noticeAfter, type StaleNotice, StaleNoticeAlert, readNotice } from '../photo/photo-notice.view.tsx';
export { PhotoPanel } from '../photo/photo-panel.view.tsx';
export { photoTexts } from '../photo/photo.text.ts';
export { readPosition } from '../photo/read-position.ts';
export { receivePhoto } from '../photo/receive-photo.ts';
export { photoAt, sendPhoto } from '../photo/send-photo.ts';
export { withFileForms } from '../attachments/routes.ts';
