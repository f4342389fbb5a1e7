import { proveAccess } from './prove-access.ts';

proveAccess('pitch-day');
