import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import { found, signedIn } from '#app/people/request.server.ts';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { TextField } from '#app/ui/fields.tsx';
import { Form } from '#app/ui/form.tsx';
import { Page } from '#app/ui/page.tsx';
import { Notice, Table, Tag } from '#app/ui/pieces.tsx';
import { readForm } from '#app/ui/read-form.ts';
import { titled } from '#app/ui/titled.ts';
import { say } from '#app/words/say.ts';
import { useWords, wordsIn } from '#app/words/use-words.ts';
import { whatIfForm } from '../forms.ts';
import { whatIfPage } from '../queries/what-if.server.ts';
import type { OtherStanding } from '../rules/what-if.ts';
import { whoseScores } from '../ui/rule-in-words.tsx';

export const meta: MetaFunction = () => titled(wordsIn('en').words.whatIf.title);

/** Reads only: the other rule stands in the address, and nothing of it is kept. */
export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const portal = signedIn(context, request);
  const callId = params.callId ?? '';
  const published = found(whatIfPage(portal, callId, null));
  const asked = new URL(request.url).searchParams;
  if (!['panel', 'support', 'awards'].some((name) => asked.has(name))) return { page: published, reply: null };
  const typed = new FormData();
  for (const [name, value] of asked) typed.append(name, value);
  const form = await readForm(typed, whatIfForm);
  if (!form.ok) return { page: published, reply: form.reply };
  const { panel, support, awards } = form.value;
  const rule = { panelPercent: panel, minimumSupportPercent: support, awardsPlanned: awards };
  return { page: found(whatIfPage(portal, callId, rule)), reply: null };
}

export default function StaffWhatIf() {
  const { words, language } = useWords();
  const { page, reply } = useLoaderData<typeof loader>();
  const { whatIf, award } = words;
  const { call, tried } = page;
  const standing = ({ outcome, position, points }: OtherStanding) =>
    outcome === 'waits-for-throw'
      ? say(language, whatIf.waitingStanding, { points })
      : say(language, whatIf.standing, { outcome: award.outcomes[outcome], position, points });
  return (
    <Page
      back={paths.staffDecision({ callId: call.id })}
      backLabel={award.decisionTitle}
      title={whatIf.title}
      lead={whatIf.lead}
    >
      {whoseScores(words, language, page.formula).map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      <Form
        method="get"
        reply={reply ?? undefined}
        values={{ panel: tried.panelPercent, support: tried.minimumSupportPercent, awards: tried.awardsPlanned }}
      >
        <TextField name="panel" label={whatIf.panel} hint={whatIf.panelHint} short inputMode="numeric" dir="ltr" />
        <TextField name="support" label={whatIf.support} short inputMode="numeric" dir="ltr" />
        <TextField name="awards" label={whatIf.awards} short inputMode="numeric" dir="ltr" />
        <p className="row">
          <Button>{whatIf.show}</Button>
          <ButtonLink look="second" to={paths.staffWhatIf({ callId: call.id })}>
            {whatIf.published}
          </ButtonLink>
        </p>
      </Form>
      <Notice tone={page.changed + page.waiting === 0 ? 'good' : 'warn'} live>
        {page.waiting > 0 && <p>{say(language, whatIf.waiting, { count: page.waiting })}</p>}
        {page.changed > 0 && <p>{say(language, whatIf.changed, { count: page.changed })}</p>}
        {page.changed + page.waiting === 0 && <p>{whatIf.same}</p>}
      </Notice>
      <Table
        caption={whatIf.caption}
        rows={page.rows}
        keyOf={(row) => row.applicationId}
        columns={[
          {
            key: 'group',
            title: whatIf.group,
            heading: true,
            cell: (row) => (
              <>
                <span dir="auto">{row.groupName}</span> <small className="soft">{row.reference}</small>
              </>
            ),
          },
          { key: 'now', title: whatIf.now, cell: (row) => standing(row.published) },
          {
            key: 'other',
            title: whatIf.other,
            cell: (row) => (
              <>
                {standing(row.other)}{' '}
                {row.other.outcome !== row.published.outcome && row.other.outcome !== 'waits-for-throw' && (
                  <Tag tone="warn">{whatIf.different}</Tag>
                )}
              </>
            ),
          },
        ]}
      />
    </Page>
  );
}
