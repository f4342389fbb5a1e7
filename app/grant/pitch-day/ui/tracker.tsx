/** A tracker, large enough to be copied by hand. */
export function Tracker(props: { children: string }) {
  return (
    <p className="tracker" dir="ltr">
      {props.children}
    </p>
  );
}
