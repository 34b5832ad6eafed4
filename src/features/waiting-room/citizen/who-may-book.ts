import type { FastifyRequest } from 'fastify';
import type { ComponentChildren } from 'preact';
import type { Offering } from '#features/offices/index.ts';

/** What to say about who may book, and to this reader; told by the application, since this feature knows no bookings. */
export type WhoMayBook = (
  request: FastifyRequest,
  offering: Offering,
) => Promise<{ readonly news: ComponentChildren; readonly refused: boolean }>;
