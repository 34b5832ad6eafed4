/** Every cookie the program sets; a test compares this list with the sources. None of them follows anybody. */
export const cookies = [
  { name: 'turno_session', what: 'session', until: 'hours12' },
  { name: 'turno_csrf', what: 'csrf', until: 'browser' },
  { name: 'turno_lang', what: 'lang', until: 'year' },
  { name: 'turno_hold', what: 'hold', until: 'hour' },
  { name: 'turno_draft', what: 'draft', until: 'hours2' },
  { name: 'turno_registration', what: 'registration', until: 'hours2' },
  { name: 'turno_email', what: 'email', until: 'hour' },
  { name: 'turno_person', what: 'person', until: 'hours2' },
  { name: 'turno_invitation', what: 'invitation', until: 'hours2' },
  { name: 'turno_ticket', what: 'ticket', until: 'hours12' },
  { name: 'turno_half_login', what: 'half-login', until: 'minutes10' },
  { name: 'turno_shared', what: 'shared', until: 'year' },
  { name: 'turno_device', what: 'device', until: 'year' },
  { name: 'turno_arrival', what: 'arrival', until: 'minutes15' },
  { name: 'turno_cie', what: 'cie', until: 'hours12' },
  { name: 'turno_login', what: 'login', until: 'minutes15' },
  { name: 'turno_login_here', what: 'login-here', until: 'minutes15' },
] as const;

/** What the scripts keep in the browser's own store; the same test looks for it. */
export const storedBySite = ['turno-shortcut-off', 'turno-photo-keys-off'] as const;
