// The comparison: filters by kind, theme and year that live in the address. Of the statements of a cell that are left
// the first stand open and the rest folded, as in the whole table.
(() => {
  "use strict";
  const { offered, choose, write, follow } = window.duizhaoAddress;
  const form = document.querySelector("[data-filters]");
  const nothing = document.getElementById("nothing-left");
  const kinds = [...form.querySelectorAll("input[name=kind]")];
  const { theme, year } = form.elements;

  const rows = Array.from(document.querySelectorAll(".matrix tbody tr"), (row) => ({
    row,
    cells: [...row.querySelectorAll("td:not(.folded)")].filter((cell) => cell.querySelector(".says")).map(cellOf),
  }));
  function cellOf(cell) {
    const lists = [...cell.querySelectorAll(".says")];
    const silent = document.createElement("p");
    silent.className = "silent filtered";
    silent.textContent = form.dataset.none;
    silent.hidden = true;
    cell.append(silent);
    const [open] = lists;
    const items = [...cell.querySelectorAll(".says > li")];
    return { cell, lists, items, silent, limit: open.children.length, more: cell.querySelector(".more") };
  }

  const atFirst = kinds.filter((input) => input.defaultChecked).map((input) => input.value);
  const chosen = () => kinds.filter((input) => input.checked).map((input) => input.value);
  // A statement belongs to every year from the first to the last of its time.
  function within(item) {
    const years = item.dataset.years.split(" ");
    return !year.value || (years[0] <= year.value && year.value <= years[years.length - 1]);
  }
  // Shows what is left of a cell; true if that is anything.
  function fill({ lists, items, silent, limit, more }, shown) {
    const left = items.filter((item) => shown.includes(item.dataset.kind) && within(item));
    const [open, folded] = lists;
    open.replaceChildren(...left.slice(0, limit));
    open.hidden = !left.length;
    silent.hidden = left.length > 0;
    if (more) {
      const rest = left.slice(limit);
      folded.replaceChildren(...rest);
      more.hidden = !rest.length;
      more.querySelector("summary").textContent = form.dataset.more.replace("{n}", rest.length);
    }
    return left.length > 0;
  }
  function apply() {
    const shown = chosen();
    const narrowed = atFirst.some((kind) => !shown.includes(kind)) || Boolean(year.value);
    for (const { row, cells } of rows) {
      const left = cells.filter((one) => fill(one, shown) && !one.cell.hasAttribute("data-spare"));
      row.hidden = (theme.value !== "" && row.id !== theme.value) || (narrowed && !left.length);
    }
    const box = document.getElementById("box");
    nothing.hidden = rows.some(({ row }) => !row.hidden) && !(box && box.hidden);
    document.querySelector(".matrix").hidden = rows.every(({ row }) => row.hidden);
  }
  // No kind at all is a step on the way to a choice: the address keeps the last one that shows something.
  function remember() {
    const shown = chosen();
    const ofKinds = String(shown) === String(atFirst) ? [] : shown;
    const ofLists = Object.fromEntries([theme, year].map((list) => [list.name, list.value ? [list.value] : []]));
    write({ ...(shown.length ? { kind: ofKinds } : {}), ...ofLists });
  }
  function read() {
    const values = kinds.map((input) => input.value);
    const asked = offered("kind", values);
    for (const input of kinds) input.checked = (asked.length ? asked : atFirst).includes(input.value);
    choose(theme);
    choose(year);
    apply();
  }
  function all() {
    for (const input of kinds) input.checked = input.defaultChecked;
    theme.value = "";
    year.value = "";
    form.dispatchEvent(new Event("change"));
  }

  form.addEventListener("change", () => {
    apply();
    remember();
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  nothing.querySelector("button").addEventListener("click", () => {
    all();
    kinds[0].focus();
  });
  // A theme that is filtered away is shown to who goes to it.
  document.querySelector(".side").addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#']");
    const row = link && document.getElementById(link.hash.slice(1));
    if (row && row.hidden) all();
  });
  follow(read);
  read();
})();
