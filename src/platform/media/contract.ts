import { z } from 'zod';
import { MEDIA_TYPES } from '../../engine/evidence/kinds.ts';

export { MEDIA_TYPES };
export const MediaType = z.enum(MEDIA_TYPES);
export type MediaType = z.infer<typeof MediaType>;
