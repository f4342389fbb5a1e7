/**
 * The box that says that a recording is still on this device: it was not taken, or was taken off again elsewhere.
 * Whoever made it sends it again, saves it, or throws it away; nobody else decides that. Where another one was sent
 * meanwhile, sending it again puts it in the place of that, and throwing it away keeps the other one.
 */
export function keptHere(
  box: HTMLElement,
  sentences: Readonly<Record<string, string>>,
  tell: { send(file: File): void; drop(): void; leave(): void },
): { show(file: File, why?: 'taken'): void; hide(): void } {
  let kept: File | null = null;
  let isTaken = false;

  part('send').addEventListener('click', () => {
    const file = kept;
    hide();
    if (file !== null) tell.send(file);
  });
  part('save').addEventListener('click', () => {
    if (kept !== null) saveOnDevice(kept);
  });
  part('drop').addEventListener('click', () => {
    const leave = isTaken;
    hide();
    if (leave) tell.leave();
    else tell.drop();
  });

  function show(file: File, why?: 'taken'): void {
    kept = file;
    isTaken = why === 'taken';
    part('send').textContent = sentences[isTaken ? 'replaceOther' : 'keptSend'] ?? '';
    part('drop').textContent = sentences[isTaken ? 'keepOther' : 'keptDrop'] ?? '';
    box.hidden = false;
  }

  function hide(): void {
    kept = null;
    box.hidden = true;
  }

  function part(name: string): HTMLElement {
    const found = box.querySelector<HTMLElement>(`[data-kept-${name}]`);
    if (found === null) throw new Error(`the box has no ${name}`);
    return found;
  }

  return { show, hide };
}

function saveOnDevice(file: File): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = file.name;
  link.click();
  URL.revokeObjectURL(link.href);
}
