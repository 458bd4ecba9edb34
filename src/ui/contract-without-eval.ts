import { z } from 'zod';

// Schemas that compile themselves would ask for eval, which the content security policy forbids.
z.config({ jitless: true });
