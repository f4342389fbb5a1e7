import type { ReactNode } from 'react';
import { TextField } from '#app/ui/fields.tsx';

/** Fields of one kind under their heading. */
export function Group(props: { title: string; children: ReactNode }) {
  return (
    <section className="group">
      <h2>{props.title}</h2>
      <div>{props.children}</div>
    </section>
  );
}

/** A whole number. */
export function Whole(props: { name: string; label: string; hint?: string }) {
  return <TextField {...props} short inputMode="numeric" dir="ltr" />;
}

/** An amount of money. */
export function Amount(props: { name: string; label: string; hint?: string }) {
  return <TextField {...props} short inputMode="decimal" dir="ltr" />;
}
