// The sentences of a theme: filters by kind and year that live in the address. A kind is a row, and a statement belongs to
// every year from the first to the last of its time.
(() => {
  "use strict";
  const { offered, choose, write, follow } = window.duizhaoAddress;
  const form = document.querySelector("[data-filters]");
  const table = document.querySelector(".matrix");
  const nothing = document.getElementById("nothing-left");
  const kinds = [...form.querySelectorAll("input[name=kind]")];
  const year = form.elements.year;

  // A cell has a list, and may have more of it in folds.
  const rows = Array.from(table.tBodies[0].rows, (row) => ({
    row,
    cells: Array.from(row.querySelectorAll("td > .says"), (list) => {
      const silent = document.createElement("p");
      silent.className = "silent filtered";
      silent.textContent = form.dataset.none;
      silent.hidden = true;
      list.after(silent);
      const cell = list.parentNode;
      const items = [...cell.querySelectorAll(".says > li")];
      return { list, folds: [...cell.querySelectorAll(".stretch")], items, silent };
    }),
  }));
  const atFirst = kinds.filter((input) => input.defaultChecked).map((input) => input.value);
  const chosen = () => kinds.filter((input) => input.checked).map((input) => input.value);

  const everyYear = () => !year || !year.value;
  function within(item) {
    if (everyYear()) return true;
    const years = item.dataset.years.split(" ");
    return years[0] <= year.value && year.value <= years[years.length - 1];
  }
  function fill({ list, folds, items, silent }) {
    for (const item of items) item.hidden = !within(item);
    const left = items.filter((item) => !item.hidden);
    list.hidden = !left.some((item) => list.contains(item));
    silent.hidden = left.length > 0;
    for (const fold of folds) {
      fold.hidden = !left.some((item) => fold.contains(item));
      if (!everyYear()) fold.open = true;
    }
    return left.length && !list.closest("[data-spare]");
  }
  function apply() {
    const shown = chosen();
    for (const { row, cells } of rows) {
      const left = cells.map(fill).some(Boolean);
      row.hidden = !shown.includes(row.dataset.kind) || !(left || everyYear());
    }
    const box = document.getElementById("box");
    table.hidden = rows.every(({ row }) => row.hidden);
    nothing.hidden = !table.hidden && !(box && box.hidden);
  }
  // No kind at all is a step on the way to a choice: the address keeps the last one that shows something.
  function remember() {
    const shown = chosen();
    const ofKinds = String(shown) === String(atFirst) ? [] : shown;
    write({ ...(shown.length ? { kind: ofKinds } : {}), ...(year ? { year: year.value ? [year.value] : [] } : {}) });
  }
  function tick(values) {
    for (const input of kinds) input.checked = values.includes(input.value);
  }
  function all(values) {
    tick(values);
    if (year) year.value = "";
    form.dispatchEvent(new Event("change"));
  }
  function read() {
    const asked = offered(
      "kind",
      kinds.map((input) => input.value),
    );
    tick(asked.length ? asked : atFirst);
    if (year) choose(year);
    apply();
  }
  // What is filtered away is shown to who goes to it.
  function lead() {
    const item = document.getElementById(location.hash.slice(1));
    const row = item && item.closest("tr[data-kind]");
    if (!row || !(row.hidden || item.hidden)) return;
    all([...new Set([...atFirst, row.dataset.kind])]);
    item.scrollIntoView();
  }

  form.addEventListener("change", () => {
    apply();
    remember();
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  nothing.querySelector("button").addEventListener("click", () => {
    all(atFirst);
    kinds[0].focus();
  });
  window.addEventListener("hashchange", lead);
  follow(read);
  read();
  lead();
})();
