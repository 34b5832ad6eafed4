export { assignRegistrations } from './assign-registrations.job.ts';
export { cancelDraw } from './cancel-draw.ts';
export { keepRegistration } from './keep-registration.ts';
export {
  allRegistrationsOf,
  type OwnRegistration,
  registrationByNumber,
} from './own-registration.query.ts';
export { namesOfRegistrations, progressOf, type PublicResult, resultsOf } from './result.query.ts';
export { type DrawPlace, drawPlaces, drawSlots } from './seats-offered.query.ts';
export { type RegisterRequest, register } from './register.ts';
export {
  findRegistrationDraw,
  type RegistrationDraw,
  registrationDrawById,
  registrationDrawsFor,
  stageOf,
} from './registration-draw.query.ts';
export { registrationNews, type RegistrationNotice } from './tell-registration.ts';
