import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import { found, notFound, signedIn } from '#app/people/request.server.ts';
import { Button } from '#app/ui/button.tsx';
import { TextArea } from '#app/ui/fields.tsx';
import { Form } from '#app/ui/form.tsx';
import { Page } from '#app/ui/page.tsx';
import { Card, Notice, Tag, Written } from '#app/ui/pieces.tsx';
import { readForm } from '#app/ui/read-form.ts';
import { titled } from '#app/ui/titled.ts';
import { say } from '#app/words/say.ts';
import { useWords, wordsIn } from '#app/words/use-words.ts';
import { rewrittenParts, writeBlindCopy } from '../commands/write-blind-copy.server.ts';
import { blindField, blindForm } from '../forms/blind-form.ts';
import { blindDesk } from '../queries/blind-desk.server.ts';
import { BlindVersions } from '../ui/blind-versions.tsx';

export const meta: MetaFunction = () => titled(wordsIn('en').words.panelPhasesDesk.blindTitle);

export function loader({ params, request, context }: LoaderFunctionArgs) {
  const desk = found(blindDesk(signedIn(context, request), params.applicationId ?? ''));
  return { desk, isSaved: new URL(request.url).searchParams.get('done') === 'saved' };
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const portal = signedIn(context, request);
  const applicationId = params.applicationId ?? '';
  const desk = found(blindDesk(portal, applicationId));
  const form = await readForm(request, blindForm(desk.parts));
  if (!form.ok) return form.response;
  const outcome = writeBlindCopy(portal, applicationId, form.value);
  if (!outcome.ok) {
    if (outcome.reason === 'not-found') notFound();
    const { language, words } = wordsIn('en');
    const message = say(language, words.panelPhasesDesk.blindOnlyTakesOut, { mask: desk.mask });
    const fields = rewrittenParts(desk, form.value).map((part) => [blindField(part), message]);
    return form.refuse(null, Object.fromEntries(fields));
  }
  throw redirect(paths.staffBlindCopy({ applicationId, done: 'saved' }));
}

export default function StaffBlindCopy() {
  const { words, language } = useWords();
  const { desk, isSaved } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const text = words.panelPhasesDesk;
  const { application, parts } = desk;
  const named = { title: text.partTitle, oneLine: text.partOneLine };
  const headingOf = ({ part, question }: { part: string; question: string | null }) => {
    if (question === null) return named[part as keyof typeof named];
    return part.startsWith('spoken:') ? say(language, text.blindSpoken, { question }) : question;
  };
  return (
    <Page
      back={paths.staffPanelPhases({ callId: desk.call.id })}
      backLabel={text.title}
      overline={desk.call.title}
      title={say(language, text.blindOne, { reference: application.reference })}
      lead={text.blindOneLead}
    >
      {isSaved && (
        <Notice tone="good" live>
          {text.blindSaved}
        </Notice>
      )}
      {desk.hasBegun && (
        <Notice tone="warn">
          <p>{say(language, text.blindBegun, { mask: desk.mask })}</p>
          <p>{text.blindBegunFirst}</p>
        </Notice>
      )}
      <Form
        reply={reply}
        values={Object.fromEntries(parts.map((row) => [blindField(row.part), row.written ?? row.proposed]))}
      >
        <div className="stack">
          {parts.map((row) => (
            <Card as="section" key={row.part}>
              <h2>
                {headingOf(row)} {row.written !== null && <Tag tone="good">{text.blindByYou}</Tag>}
              </h2>
              {row.isUnsure && <Notice>{text.blindUnsure}</Notice>}
              <div className="beside">
                <div>
                  <p className="label">{text.blindOwn}</p>
                  {row.own === '' ? (
                    <p className="soft">{text.blindSpokenNone}</p>
                  ) : (
                    <Written text={row.own} lang={application.language} />
                  )}
                </div>
                <TextArea
                  name={blindField(row.part)}
                  label={text.blindRead}
                  hint={text.blindReadHint}
                  rows={row.question === null ? 2 : 8}
                  lang={application.language}
                />
              </div>
            </Card>
          ))}
          <div>
            <Button big>{text.blindSave}</Button>
          </div>
        </div>
      </Form>
      <BlindVersions desk={desk} headingOf={headingOf} />
    </Page>
  );
}
