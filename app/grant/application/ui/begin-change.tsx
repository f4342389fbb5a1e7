import { Button } from '#app/ui/button.tsx';
import { Form } from '#app/ui/form.tsx';
import { useWords } from '#app/words/use-words.ts';

/** What may change after publishing, what stays, and beginning. */
export function BeginChange() {
  const { changeDesk: text } = useWords().words;
  return (
    <>
      <div className="grid wide">
        <section className="card">
          <h2>{text.mayTitle}</h2>
          <ul>
            {text.may.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </section>
        <section className="card">
          <h2>{text.mayNotTitle}</h2>
          <ul>
            {text.mayNot.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </section>
      </div>
      <Form>
        <Button big name="intent" value="begin">
          {text.begin}
        </Button>
      </Form>
    </>
  );
}
