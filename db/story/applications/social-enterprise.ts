import type { Application } from '../types.ts';
import { care } from './social-enterprise/care.ts';
import { culture } from './social-enterprise/culture.ts';
import { food } from './social-enterprise/food.ts';
import { learning } from './social-enterprise/learning.ts';
import { making } from './social-enterprise/making.ts';

/** Forty submitted, two withdrawn and three that stay drafts, in the order of the call's themes. */
export const socialEnterpriseApplications: readonly Application<'social-enterprise'>[] = [
  ...food,
  ...making,
  ...care,
  ...learning,
  ...culture,
];
