import type { FastifyRequest } from 'fastify';
import type { ComponentChildren } from 'preact';
import type { Offering } from '#features/offices/index.ts';

/** Whether this reader may see the free times of a service, or needs an invitation first. */
export type MayLook = (request: FastifyRequest, offering: Offering) => boolean;

/** What to say about who may book, and to this reader; told by the application, since this feature knows no accounts. */
export type WhoMayBook = (
  request: FastifyRequest,
  offering: Offering,
) => Promise<{ readonly news: ComponentChildren; readonly refused: boolean }>;
