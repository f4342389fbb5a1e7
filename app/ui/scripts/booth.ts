import { openBooth } from './open-booth.ts';

/** Groups to tick, as many as the vote allows; on the ballot they rise. */
openBooth((booth) => {
  const { max = '1' } = booth.dataset;
  const boxes = [...booth.querySelectorAll<HTMLInputElement>('[name=choice]')];
  const counter = booth.querySelector<HTMLElement>('.counter');
  const chosen = () => boxes.filter((box) => box.checked);
  const isOver = () => chosen().length > Number(max);
  return {
    choices: () =>
      chosen()
        .map((box) => Number(box.value))
        .sort((one, other) => one - other),
    titles: () => chosen().map((box) => box.closest('label')?.textContent?.trim() ?? ''),
    count: () => {
      const words = isOver() ? counter?.dataset.over : counter?.dataset.chosen;
      if (!counter || !words) return;
      counter.textContent = words.replace('{count}', String(chosen().length)).replace('{max}', max);
      counter.classList.toggle('over', isOver());
    },
    fault: () => (isOver() ? counter?.textContent : null),
    field: boxes[0],
  };
});
