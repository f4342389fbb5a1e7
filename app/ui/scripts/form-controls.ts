/** The fields of a form by name. */
export type ByField = Readonly<Record<string, string>>;

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** One thing that is written or chosen: a field, or all ticks of one name, whose chosen values stand one a line. */
export type Entry = {
  readonly name: string;
  readonly label: string;
  read(): string;
  /** As the server sent it: a browser may have put older words back when the page was reloaded. */
  readDefault(): string;
  write(value: string): void;
  /** A value as somebody would read it: of ticks, what stands beside them. */
  shown(value: string): string;
  focus(): void;
};

const WRITTEN = ['text', 'email', 'tel', 'date', 'url', 'number'];
const TICKED = ['radio', 'checkbox'];

/** Whether somebody answers in it; files and hidden fields are sent otherwise. */
export function isAnswerControl(element: unknown): element is Control {
  if (element instanceof HTMLTextAreaElement || element instanceof HTMLSelectElement) return element.name !== '';
  return element instanceof HTMLInputElement && [...WRITTEN, ...TICKED].includes(element.type) && element.name !== '';
}

/** What a form asks, in its order. */
export function entriesOf(form: HTMLFormElement): Entry[] {
  const controls = [...form.elements].filter(isAnswerControl);
  const names = [...new Set(controls.map((control) => control.name))];
  return names.flatMap((name) => {
    const same = controls.filter((control) => control.name === name);
    const ticks = same.filter(isTick);
    const [first] = same;
    if (first === undefined) return [];
    return [ticks.length > 0 ? ticksEntry(name, ticks) : fieldEntry(name, first)];
  });
}

function fieldEntry(name: string, control: Control): Entry {
  return {
    name,
    label: control.labels?.[0]?.textContent ?? name,
    read: () => lines(control.value),
    readDefault: () => lines(defaultOf(control)),
    write(value) {
      if (value === control.value) return;
      control.value = value;
      // The word counter and the sum of costs listen too.
      control.dispatchEvent(new Event('input', { bubbles: true }));
    },
    shown: (value) => value,
    focus: () => control.focus(),
  };
}

function ticksEntry(name: string, ticks: readonly HTMLInputElement[]): Entry {
  const valuesWhere = (isOn: (tick: HTMLInputElement) => boolean) =>
    ticks
      .filter(isOn)
      .map((tick) => tick.value)
      .join('\n');
  return {
    name,
    label: ticks[0]?.closest('fieldset')?.querySelector('legend')?.textContent ?? name,
    read: () => valuesWhere((tick) => tick.checked),
    readDefault: () => valuesWhere((tick) => tick.defaultChecked),
    write(value) {
      const chosen = value.split('\n');
      const before = ticks.filter((tick) => tick.checked !== chosen.includes(tick.value));
      for (const tick of ticks) tick.checked = chosen.includes(tick.value);
      // What adds the scores up listens too.
      before[0]?.dispatchEvent(new Event('input', { bubbles: true }));
    },
    shown: (value) =>
      ticks
        .filter((tick) => value.split('\n').includes(tick.value))
        .map((tick) => tick.closest('label')?.textContent ?? tick.value)
        .join('\n'),
    focus: () => ticks[0]?.focus(),
  };
}

function isTick(control: Control): control is HTMLInputElement {
  return control instanceof HTMLInputElement && TICKED.includes(control.type);
}

function defaultOf(control: Control): string {
  if (!(control instanceof HTMLSelectElement)) return control.defaultValue;
  return [...control.options].find((option) => option.defaultSelected)?.value ?? control.options[0]?.value ?? '';
}

/** Browsers and servers end lines differently. */
function lines(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}

/** Two sets of values are the same when they read the same, in whatever order. */
export function textOf(fields: ByField): string {
  return JSON.stringify(Object.entries(fields).sort(([a], [b]) => (a < b ? -1 : 1)));
}
