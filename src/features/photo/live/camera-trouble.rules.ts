/** Why there is no camera; whatever it is, a photo can be uploaded. */
export const cameraTroubles = ['refused', 'none', 'busy', 'failed'] as const;
export type CameraTrouble = (typeof cameraTroubles)[number];

/** By the name of the error that a browser gives (Media Capture and Streams, 10.2); older browsers have names of their own. */
export function cameraTrouble(errorName: string): CameraTrouble {
  switch (errorName) {
    case 'NotAllowedError':
    case 'PermissionDeniedError':
    case 'SecurityError':
      return 'refused';
    case 'NotFoundError':
    case 'DevicesNotFoundError':
    case 'OverconstrainedError':
      return 'none';
    case 'NotReadableError':
    case 'TrackStartError':
    case 'AbortError':
      return 'busy';
    default:
      return 'failed';
  }
}
