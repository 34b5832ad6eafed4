/** How long this server waits for the other side, in milliseconds, and how much it puts up with. */
export interface Patience {
  /** for the first line and the headers, also of a connection on which nothing comes */
  readonly headers: number;
  /** for a form, or JSON */
  readonly body: number;
  /** for a body that carries files: ten megabytes over a slow line */
  readonly upload: number;
  /** for the next request on an open connection; longer than proxies keep theirs, so that they close first */
  readonly nextRequest: number;
  /** on a connection on which nothing moves at all */
  readonly silence: number;
  /** for somebody who takes an answer more slowly than `slowest` */
  readonly answer: number;
  /** bytes a second that even a bad line takes */
  readonly slowest: number;
  /** for the rest of a body that was refused, so that its sender reads why and not that the connection broke */
  readonly refused: number;
  /** for its next bytes */
  readonly refusedPause: number;
  /** how often connections are looked at */
  readonly look: number;
}

export const usualPatience: Patience = {
  headers: 15_000,
  body: 30_000,
  upload: 600_000,
  nextRequest: 72_000,
  silence: 120_000,
  answer: 30_000,
  slowest: 500,
  refused: 30_000,
  refusedPause: 5_000,
  look: 5_000,
};

/** As much of a refused body is read and thrown away, in bytes; who announces more is cut off after the answer. */
export const mostThrownAway = 100 * 1024 * 1024;
