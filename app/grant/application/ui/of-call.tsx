import { CallText } from '#app/ui/call-text.tsx';
/** Over a title: which call, and the reference, which never breaks at its hyphen. */
export function OfCall(props: { title: string; reference: string }) {
  return (
    <span className="of-call">
      <CallText text={props.title} />
      <bdi>{props.reference}</bdi>
    </span>
  );
}
