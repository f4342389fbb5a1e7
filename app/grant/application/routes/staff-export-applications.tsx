import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import { found, signedIn } from '#app/people/request.server.ts';
import { Button } from '#app/ui/button.tsx';
import { Choices } from '#app/ui/fields.tsx';
import { Form } from '#app/ui/form.tsx';
import { Page } from '#app/ui/page.tsx';
import { Empty, Notice, Table, When } from '#app/ui/pieces.tsx';
import { titled } from '#app/ui/titled.ts';
import { say } from '#app/words/say.ts';
import { useWords, wordsIn } from '#app/words/use-words.ts';
import { readChosen } from '../forms/list-query.ts';
import { exportDesk } from '../queries/export-desk.server.ts';
import { listedCall } from '../queries/staff-list.server.ts';

export const meta: MetaFunction = () => titled(wordsIn('en').words.listDesk.exportTitle);

export function loader({ params, request, context }: LoaderFunctionArgs) {
  const portal = signedIn(context, request);
  const call = found(listedCall(portal, params.callId ?? ''));
  const { searchParams } = new URL(request.url);
  const desk = found(exportDesk(portal, call.id, readChosen(searchParams, call.currency)));
  return { ...desk, file: `${paths.staffExportFile({ callId: call.id })}?${searchParams}` };
}

export default function StaffExportApplications() {
  const { words, language, number } = useWords();
  const { call, count, before, file } = useLoaderData<typeof loader>();
  const text = words.listDesk;
  const columns = text.exportColumns;
  return (
    <Page
      back={paths.staffApplications({ callId: call.id })}
      backLabel={words.applicationDesk.staffBackToList}
      title={text.exportTitle}
      lead={say(language, text.exportLead, { count, title: call.title })}
    >
      {count === 0 ? (
        <Empty title={text.exportNothing} />
      ) : (
        <Form action={file} values={{ format: 'xlsx' }}>
          <Notice tone="warn">
            <p>{text.exportCare}</p>
            <p>{text.exportLogged}</p>
          </Notice>
          <Choices
            type="radio"
            name="format"
            label={text.exportFormat}
            choices={(['xlsx', 'csv'] as const).map((value) => ({
              value,
              label: text.formats[value],
              hint: text.formatHints[value],
            }))}
          />
          <p className="hint">{text.exportLong}</p>
          <Button>{text.exportButton}</Button>
        </Form>
      )}
      <h2>{text.exportsTitle}</h2>
      {before.length === 0 ? (
        <p className="soft">{text.exportsEmpty}</p>
      ) : (
        <Table
          caption={text.exportsCaption}
          quietCaption
          rows={before}
          keyOf={(row) => row.id}
          columns={[
            {
              key: 'when',
              title: columns.when,
              heading: true,
              cell: (row) => <When at={row.madeAt} timeZone={call.timeZone} />,
            },
            { key: 'who', title: columns.who, cell: (row) => row.madeBy },
            { key: 'format', title: columns.format, cell: (row) => text.formats[row.format] },
            { key: 'only', title: columns.only, cell: (row) => (row.isWhole ? text.exportWhole : text.exportNarrowed) },
            { key: 'count', title: columns.count, numeric: true, cell: (row) => number(row.applications) },
          ]}
        />
      )}
    </Page>
  );
}
