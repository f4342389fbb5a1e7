import { type MetaFunction, redirect } from '@remix-run/node';
import { paths } from '#app/paths.ts';
import { titled } from '#app/ui/titled.ts';
import { wordsIn } from '#app/words/use-words.ts';

export const meta: MetaFunction = () => titled(wordsIn('en').words.common.tagline);

/** The first page is what one can apply for. */
export function loader() {
  throw redirect(paths.calls());
}
