import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { Empty } from '#app/ui/pieces.tsx';
import type { ScreenHandle } from '#app/ui/screen-handle.ts';
import { titled, wordsFor } from '#app/ui/titled.ts';
import { useWords } from '#app/words/use-words.ts';
import { callsByWindow } from '../queries/calls-by-window.server.ts';
import { CallList } from '../ui/call-list.tsx';
import { CommonPotPicture } from '../ui/common-pot.tsx';
import { StepPicture, type StepPictureName } from '../ui/step-picture.tsx';

const PICTURES: readonly StepPictureName[] = ['tell', 'panel', 'vote', 'money', 'mentor'];

export const handle: ScreenHandle = { isTranslated: true };

export const meta: MetaFunction = ({ matches }) => titled(wordsFor(matches).words.common.tagline);

/** The first page: what this is, what is open, how it works, and that nobody is asked for papers. */
export function loader({ context }: LoaderFunctionArgs) {
  return { open: callsByWindow(context.portal).open };
}

export default function Home() {
  const { words } = useWords();
  const { open } = useLoaderData<typeof loader>();
  return (
    <>
      <div className="hero">
        <div className="wrap">
          <div>
            <p className="overline">{words.common.tagline}</p>
            <h1>{words.call.homeTitle}</h1>
            <p className="lead">{words.call.homeLead}</p>
            <ButtonLink to={paths.calls()} look="sun" big>
              {words.call.homeSee}
            </ButtonLink>
          </div>
          <CommonPotPicture />
        </div>
      </div>
      <div className="wrap">
        <section>
          <h2>{words.call.homeCalls}</h2>
          {open.length > 0 ? (
            <CallList calls={open} />
          ) : (
            <Empty title={words.call.homeNone}>
              <p>{words.call.homeNoneText}</p>
            </Empty>
          )}
        </section>
        <section>
          <h2>{words.call.homeHow}</h2>
          <ol className="how">
            {words.call.homeSteps.map((step, place) => (
              <li key={step.title}>
                <StepPicture name={PICTURES[place] ?? 'tell'} />
                <div>
                  <h3>{step.title}</h3>
                  <p>{step.text}</p>
                </div>
              </li>
            ))}
          </ol>
        </section>
        <section className="card warm">
          <h2>{words.call.homePapersTitle}</h2>
          <ul className="ticks two">
            {words.call.homePapers.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </section>
      </div>
    </>
  );
}
