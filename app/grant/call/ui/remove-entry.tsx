import { Button } from '#app/ui/button.tsx';

/** Removing in two steps: it cannot be undone, so the button is shown only after it was asked for. */
export function RemoveEntry(props: { title: string; text: string; confirm: string }) {
  return (
    <details className="remove">
      <summary>{props.title}</summary>
      <form method="post" className="stack">
        <p>{props.text}</p>
        <Button look="danger" name="intent" value="remove">
          {props.confirm}
        </Button>
      </form>
    </details>
  );
}
