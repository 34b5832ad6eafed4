/** Why somebody of the federation cannot be trusted now. For the log: no person is named in it. */
export class FederationFault extends Error {
  readonly about: string;
  constructor(about: string, why: string, cause?: unknown) {
    super(`${about}: ${why}`, cause === undefined ? {} : { cause });
    this.about = about;
  }
}
