// The collation table: narrowed to a state or a theme, which live in the address. Without script its links lead to the
// rows; with it they show these alone, and a mark in the strip finds its row whatever is narrowed, folded or still to come.
(() => {
  "use strict";
  const { offered, choose, write, follow } = window.duizhaoAddress;
  const { groups, isWhole, whole } = window.duizhaoRest;
  const bar = document.querySelector("[data-collation]");
  const nothing = document.getElementById("nothing-left");
  const table = document.getElementById("table");
  const chips = [...bar.querySelectorAll("a[data-state]")];
  const theme = bar.querySelector("select");
  const status = bar.querySelector("[role=status]");
  const marks = [...document.querySelectorAll(".marks a[data-state]")];
  const themes = [...document.querySelectorAll(".marks a[data-theme]")];
  let state = "";

  // Of a group those stretches of which something is shown, open where the reader asked for some rows of all.
  function foldIn(group, outstanding) {
    const isNarrowed = Boolean(state || theme.value);
    for (const fold of group.querySelectorAll(".stretch")) {
      const some = Boolean(fold.querySelector("tr.item:not([hidden])"));
      fold.hidden = !some && !(outstanding && fold.matches(".coming") && !theme.value);
      if (isNarrowed) fold.open = !fold.hidden;
    }
  }
  // Rows that are still to come are counted as long as nothing hides some of them.
  function apply() {
    let all = 0;
    let shown = 0;
    let coming = 0;
    for (const { group, rows, count, all: ofGroup } of groups) {
      const here = !state || group.dataset.state === state;
      for (const row of rows) row.hidden = !here || (theme.value !== "" && row.dataset.theme !== theme.value);
      const outstanding = here ? ofGroup - rows.length : 0;
      const left = rows.filter((row) => !row.hidden).length + (theme.value ? 0 : outstanding);
      group.hidden = !left;
      foldIn(group, outstanding);
      count.textContent = left.toLocaleString("en");
      if (left && (state || theme.value)) group.open = true;
      all += ofGroup;
      shown += left;
      coming += outstanding;
    }
    for (const chip of chips) {
      if (chip.dataset.state === state) chip.setAttribute("aria-current", "true");
      else chip.removeAttribute("aria-current");
    }
    for (const name of themes) name.toggleAttribute("data-chosen", name.dataset.theme === theme.value);
    for (const mark of marks) {
      const ofTheme = mark.closest("ul").previousElementSibling.dataset.theme;
      const dim = (state && mark.dataset.state !== state) || (theme.value && ofTheme !== theme.value);
      mark.toggleAttribute("data-dim", Boolean(dim));
    }
    nothing.hidden = shown + coming > 0;
    const said = { "{n}": shown, "{all}": all };
    const told = status.dataset.count.replace(/\{\w+\}/g, (name) => said[name].toLocaleString("en"));
    if (told !== status.textContent) status.textContent = told; // or it would be read aloud again
  }

  document.addEventListener("duizhao-rows", apply);

  function choice(newState, newTheme, left = false) {
    state = newState;
    theme.value = newTheme;
    if (!state && !theme.value)
      for (const { group, opened } of groups) {
        group.open = opened;
        for (const fold of group.querySelectorAll(".stretch")) fold.open = false;
      }
    write({ state: state ? [state] : [], theme: theme.value ? [theme.value] : [] }, left);
    apply();
    whole();
  }
  function read() {
    [state = ""] = offered(
      "state",
      chips.map((chip) => chip.dataset.state),
    );
    choose(theme);
    apply();
    if (state || theme.value) whole();
  }
  function toTable() {
    if (table.getBoundingClientRect().top < 0 || table.getBoundingClientRect().top > window.innerHeight / 2)
      table.scrollIntoView();
  }
  // The place of this name in the table, and that a row of it has not come yet.
  const placeOf = (name) => document.getElementById(name);
  const isToCome = (place) => Boolean(place && place.closest(".marks")) && !isWhole();
  // Shows the row of a place of this page, whatever hides it.
  function reveal(name) {
    const place = placeOf(name);
    const group = place && place.closest(".state-group");
    if (!group) return false;
    const row = place.closest("tr");
    if (group.hidden || (row && row.hidden)) choice("", "", true);
    for (const fold of place.closest(".stretch") ? [group, place.closest(".stretch")] : [group]) fold.open = true;
    return true;
  }
  // Goes where the address says; a browser tells the place of an address anew when it is gone to again.
  function lead() {
    const name = location.hash.slice(1);
    if (!name) return;
    if (isToCome(placeOf(name)))
      whole().then(() => {
        if (reveal(name)) location.replace(location.hash);
      });
    else if (reveal(name)) placeOf(name).scrollIntoView();
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
  for (const mark of marks) {
    mark.href = mark.hash;
    mark.addEventListener("click", () => {
      if (mark.hash === location.hash) lead();
      else reveal(mark.hash.slice(1));
    });
  }
  theme.addEventListener("change", () => {
    choice(state, theme.value);
    toTable();
  });
  theme.form.addEventListener("submit", (event) => event.preventDefault());
  nothing.querySelector("button").addEventListener("click", () => {
    choice("", "");
    chips[0].focus();
  });
  document.getElementById("print").addEventListener("click", () => whole().then(() => window.print()));
  window.addEventListener("hashchange", lead);
  follow(read);
  read();
  lead();
})();
