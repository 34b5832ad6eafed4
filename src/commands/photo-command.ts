import { workOnPhotos } from '#features/photo/process/photo-work.ts';

/** `turno photo`: what the web application starts to look at photos, with the first one that somebody sends. */
export async function photoCommand(): Promise<void> {
  return workOnPhotos();
}
