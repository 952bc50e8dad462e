// The collation table: narrowed to a state or a theme, which live in the address. Without script its links lead to the
// rows; with it they show these alone, and a mark in the strip finds its row whatever is narrowed or folded.
(() => {
  "use strict";
  const { offered, choose, write, follow } = window.duizhaoAddress;
  const bar = document.querySelector("[data-collation]");
  const nothing = document.getElementById("nothing-left");
  const table = document.getElementById("table");
  const chips = [...bar.querySelectorAll("a[data-state]")];
  const theme = bar.querySelector("select");
  const status = bar.querySelector("[role=status]");
  const marks = [...document.querySelectorAll(".marks a[data-state]")];
  const themes = [...document.querySelectorAll(".marks a[data-theme]")];
  const groups = Array.from(table.querySelectorAll(".state-group"), (group) => ({
    group,
    rows: [...group.querySelectorAll("tr.item")],
    count: group.querySelector("summary .num"),
    opened: group.open,
  }));
  let state = "";

  function apply() {
    let all = 0;
    let shown = 0;
    for (const { group, rows, count } of groups) {
      const here = !state || group.dataset.state === state;
      for (const row of rows) row.hidden = !here || (theme.value !== "" && row.dataset.theme !== theme.value);
      const left = rows.filter((row) => !row.hidden).length;
      group.hidden = !left;
      count.textContent = left;
      if (left && (state || theme.value)) group.open = true;
      all += rows.length;
      shown += left;
    }
    for (const chip of chips) {
      if (chip.dataset.state === state) chip.setAttribute("aria-current", "true");
      else chip.removeAttribute("aria-current");
    }
    for (const name of themes) name.toggleAttribute("data-chosen", name.dataset.theme === theme.value);
    for (const mark of marks) mark.toggleAttribute("data-dim", rowOf(mark).hidden);
    nothing.hidden = shown > 0;
    status.textContent = status.dataset.count.replace("{n}", shown).replace("{all}", all);
  }
  const rowOf = (link) => document.getElementById(link.hash.slice(1));
  function choice(newState, newTheme) {
    state = newState;
    theme.value = newTheme;
    if (!state && !theme.value) for (const { group, opened } of groups) group.open = opened;
    write({ state: state ? [state] : [], theme: theme.value ? [theme.value] : [] });
    apply();
  }
  function read() {
    [state = ""] = offered(
      "state",
      chips.map((chip) => chip.dataset.state),
    );
    choose(theme);
    apply();
  }
  function toTable() {
    if (table.getBoundingClientRect().top < 0 || table.getBoundingClientRect().top > window.innerHeight / 2)
      table.scrollIntoView();
  }
  // Shows the row of a place of this page, whatever hides it.
  function reveal(name) {
    const place = name && document.getElementById(decodeURIComponent(name));
    const group = place && place.closest(".state-group");
    if (!group) return;
    const row = place.closest("tr");
    if (group.hidden || (row && row.hidden)) choice("", "");
    group.open = true;
  }

  for (const chip of chips)
    chip.addEventListener("click", (event) => {
      event.preventDefault();
      choice(chip.dataset.state, theme.value);
      toTable();
    });
  for (const name of themes)
    name.addEventListener("click", (event) => {
      event.preventDefault();
      choice("", name.dataset.theme);
      table.scrollIntoView();
      theme.focus({ preventScroll: true });
    });
  for (const mark of marks) mark.addEventListener("click", () => reveal(mark.hash.slice(1)));
  theme.addEventListener("change", () => {
    choice(state, theme.value);
    toTable();
  });
  theme.form.addEventListener("submit", (event) => event.preventDefault());
  nothing.querySelector("button").addEventListener("click", () => {
    choice("", "");
    chips[0].focus();
  });
  document.getElementById("print").addEventListener("click", () => window.print());
  window.addEventListener("hashchange", () => {
    reveal(location.hash.slice(1));
    const place = document.getElementById(location.hash.slice(1));
    if (place && place.closest(".state-group")) place.scrollIntoView();
  });
  follow(read);
  read();
  if (location.hash) {
    reveal(location.hash.slice(1));
    const place = document.getElementById(location.hash.slice(1));
    if (place && place.closest(".state-group")) place.scrollIntoView();
  }
})();
