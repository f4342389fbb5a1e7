import type { Id } from '#app/kernel/id.ts';
import { Button } from '#app/ui/button.tsx';
import { Select, TextArea } from '#app/ui/fields.tsx';
import { Form, fieldId } from '#app/ui/form.tsx';
import type { FormReply } from '#app/ui/form-reply.ts';
import { Tag } from '#app/ui/pieces.tsx';
import { languageChoices } from '#app/words/language-choices.ts';
import { useWords } from '#app/words/use-words.ts';
import type { SpokenText } from '../queries/recorded.server.ts';
import type { SpokenTextKind } from '../rules/spoken-text.ts';

/** One of the two texts of a recording: write it, choose a file for it, approve it, take it away. */
export function SpokenTextForm(props: {
  kind: SpokenTextKind;
  /** Of the recording that is on the page: another may have taken its place when the form is sent. */
  mediaId: Id;
  stored: SpokenText | null;
  lang: string;
  /** Whether the reader may speak for the group. */
  mayApprove: boolean;
  reply: FormReply | undefined;
}) {
  const text = useWords().words.recording;
  const { kind, stored, reply } = props;
  const fileError = reply?.errors.file;
  const language = stored?.language ?? props.lang;
  return (
    <section className="group" id={kind}>
      <h2>{text.textTitles[kind]}</h2>
      <div>
        <p className="row tags">
          {stored === null && <Tag>{text.textTags.none}</Tag>}
          {stored !== null && stored.approvedAt === null && <Tag tone="warn">{text.textTags.open}</Tag>}
          {stored !== null && stored.approvedAt !== null && <Tag tone="good">{text.textTags.approved}</Tag>}
        </p>
        <p className="soft">{text.textHints[kind]}</p>
        <Form reply={reply} id={`${kind}-form`} part={kind} values={{ text: stored?.text ?? '', language }} upload>
          <input type="hidden" name="kind" value={kind} />
          <input type="hidden" name="mediaId" value={props.mediaId} />
          <input type="hidden" name="revision" value={stored?.revision ?? 0} />
          <Select name="language" label={text.textLanguage} choices={languageChoices([props.lang])} />
          <TextArea name="text" label={text.textLabels[kind]} rows={8} lang={language} />
          <div className={`field${fileError === undefined ? '' : ' wrong'}`}>
            <label htmlFor={`${kind}-file`}>{text.textFile}</label>
            <div className="hint" id={`${kind}-file-hint`}>
              {text.textFileHints[kind]}
            </div>
            {fileError !== undefined && (
              <p className="field-error" id={fieldId('file', kind)}>
                {fileError}
              </p>
            )}
            <input
              id={`${kind}-file`}
              className="input"
              type="file"
              name="file"
              accept={kind === 'captions' ? '.vtt,.srt,text/vtt' : '.txt,.vtt,.srt,text/plain'}
              aria-describedby={`${kind}-file-hint`}
            />
          </div>
          <div className="row">
            {props.mayApprove && (
              <Button name="intent" value="approve">
                {text.textApprove}
              </Button>
            )}
            <Button look={props.mayApprove ? 'second' : 'first'} name="intent" value="save">
              {text.textSave}
            </Button>
            {stored !== null && (
              <Button look="link" name="intent" value="remove">
                {text.textRemove}
              </Button>
            )}
          </div>
        </Form>
      </div>
    </section>
  );
}
