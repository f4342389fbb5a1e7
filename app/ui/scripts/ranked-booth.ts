import { openBooth } from './open-booth.ts';

/** A list for each place, the first choice first; a place that is left empty is taken by the next. */
openBooth((booth) => {
  const places = [...booth.querySelectorAll<HTMLSelectElement>('select')];
  const chosen = () => places.filter((place) => place.value !== '');
  return {
    choices: () => chosen().map((place) => Number(place.value)),
    titles: () => chosen().map((place) => place.selectedOptions[0]?.textContent ?? ''),
    count: () => undefined,
    fault: () => {
      const values = chosen().map((place) => place.value);
      return new Set(values).size < values.length ? booth.dataset.wordsTwice : null;
    },
    field: places[0],
  };
});
