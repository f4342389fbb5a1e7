import { createContext } from 'react';

/** What mail programs show of a letter before it is opened, where it must say nothing; null for its own first words. */
export const NeutralPreview = createContext<string | null>(null);
