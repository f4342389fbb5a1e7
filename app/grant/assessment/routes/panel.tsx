import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import { signedIn } from '#app/people/request.server.ts';
import { scriptUrl } from '#app/platform/scripts.server.ts';
import { Page } from '#app/ui/page.tsx';
import { Empty, Notice, TaskList } from '#app/ui/pieces.tsx';
import type { ScreenHandle } from '#app/ui/screen-handle.ts';
import { titled, wordsFor } from '#app/ui/titled.ts';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import { myPanels } from '../queries/my-panels.server.ts';
import { OfflineLine } from '../ui/keep-offline.tsx';
import { UnsentSheets } from '../ui/unsent-sheets.tsx';

export const handle: ScreenHandle = { isTranslated: true };

export const meta: MetaFunction = ({ matches }) => titled(wordsFor(matches).words.assessment.panelsTitle);

const DONE = ['saidNo', 'leftPanel'] as const;

export function loader({ request, context }: LoaderFunctionArgs) {
  const portal = signedIn(context, request);
  const asked = new URL(request.url).searchParams.get('done');
  return {
    panels: myPanels(portal),
    keptScript: scriptUrl('kept-pages'),
    done: DONE.find((name) => name === asked) ?? null,
  };
}

export default function Panels() {
  const { words, language } = useWords();
  const { panels, keptScript, done } = useLoaderData<typeof loader>();
  const { assessment } = words;
  return (
    <Page title={assessment.panelsTitle} lead={assessment.panelsLead}>
      <OfflineLine script={keptScript} />
      <UnsentSheets />
      {done !== null && (
        <Notice tone="good" live>
          {assessment[done]}
        </Notice>
      )}
      {panels.length === 0 ? (
        <Empty title={assessment.panelsNone}>
          <p>{assessment.panelsNoneText}</p>
        </Empty>
      ) : (
        <TaskList
          tasks={panels.map((panel) => ({
            key: panel.callId,
            title: <bdi>{panel.title}</bdi>,
            to: paths.panelCall({ callId: panel.callId }),
            hint: `${panel.partnerName} · ${say(language, assessment.panelAs, { kind: assessment.kinds[panel.kind] })}`,
            state: panel.isInvited
              ? { label: assessment.panelInvited, tone: 'warn' }
              : { label: assessment.panelStates[panel.panel], tone: panel.panel === 'scoring' ? 'brand' : 'plain' },
          }))}
        />
      )}
    </Page>
  );
}
