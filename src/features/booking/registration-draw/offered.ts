export { assignRegistrations } from './assign-registrations.job.ts';
export { keepRegistration } from './keep-registration.ts';
export { registrationNews } from './tell-registration.ts';
