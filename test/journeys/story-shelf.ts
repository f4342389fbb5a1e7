import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the tests of one project keep the folders of the story that have been played. */
    storyShelf: string;
  }
}

/** A place for one run of a project, taken away when the last of its tests has ended. */
export default function setup(project: TestProject): () => void {
  const shelf = mkdtempSync(join(tmpdir(), 'common-pot-stories-'));
  project.provide('storyShelf', shelf);
  return () => rmSync(shelf, { recursive: true, force: true });
}
