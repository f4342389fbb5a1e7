import type { Application } from '../types.ts';
import { citizenship } from './social-innovation/citizenship.ts';
import { community } from './social-innovation/community.ts';
import { health } from './social-innovation/health.ts';
import { housing } from './social-innovation/housing.ts';
import { work } from './social-innovation/work.ts';

/** Forty-five submitted, two withdrawn and three that stay drafts, in the order of the call's themes. */
export const socialInnovationApplications: readonly Application<'social-innovation'>[] = [
  ...health,
  ...housing,
  ...work,
  ...citizenship,
  ...community,
];
