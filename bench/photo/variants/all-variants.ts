import { backgroundVariants } from './background.ts';
import { drawnVariants } from './drawn.ts';
import { focusVariants } from './focus.ts';
import { lightVariants } from './light.ts';
import { poseVariants } from './pose.ts';
import type { Variant } from './variant.ts';

/** Every way in which a good portrait is spoilt, one at a time. */
export const defects: readonly Variant[] = [
  ...poseVariants,
  ...focusVariants,
  ...lightVariants,
  ...backgroundVariants,
  ...drawnVariants,
];
