/** Over a title: which call, and the reference, which never breaks at its hyphen. */
export function OfCall(props: { title: string; reference: string }) {
  return (
    <span className="of-call">
      <span>{props.title}</span>
      <bdi>{props.reference}</bdi>
    </span>
  );
}
