// The colour scheme, before the first paint so that it does not flash; the mark that scripts run; what is set before they do.
(() => {
  "use strict";
  const root = document.documentElement;
  // A folder on disk may keep nothing: then the choice lasts as long as the page.
  function stored(name) {
    try {
      return localStorage.getItem(name);
    } catch {
      return null;
    }
  }
  function store(name, value) {
    try {
      localStorage.setItem(name, value);
    } catch {
      return;
    }
  }
  root.dataset.js = "";
  // Keys that act by themselves can be switched off (WCAG 2.1.4).
  if (stored("keys") === "off") root.dataset.keys = "off";
  const chosen = () => (["light", "dark"].includes(stored("theme")) ? stored("theme") : "auto");
  function dress(theme) {
    if (theme === "auto") delete root.dataset.theme;
    else root.dataset.theme = theme;
  }
  dress(chosen());

  // The stroke goes to the search box; where there is none to be seen, to the page of the search.
  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || root.dataset.keys === "off" || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.matches("input:not([type=checkbox], [type=radio]), select, textarea")) return;
    if (document.querySelector("dialog[open]")) return;
    const form = document.querySelector(".masthead .search");
    const field = document.getElementById("q") || form.elements.q;
    event.preventDefault();
    if (field.offsetParent) {
      field.focus();
      field.select();
    } else location.href = `${form.action}#q`;
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !event.isComposing && event.target.closest(".masthead .search")) {
      event.target.value = "";
      event.target.blur();
    }
  });

  // What a reader sets before the page's scripts are there: these set controls as the address says, and would undo it.
  const early = new Map();
  document.addEventListener(
    "input",
    ({ target }) => {
      early.delete(target); // what was set last comes last
      early.set(target, { value: target.value, checked: target.checked });
    },
    true,
  );
  function again() {
    const all = [...early]; // what is set once more is noted, too
    for (const [control, state] of all) {
      Object.assign(control, state);
      for (const type of ["input", "change"]) control.dispatchEvent(new Event(type, { bubbles: true }));
    }
  }

  // What the brackets of a time mean, which the page says once, is shown to who points at one, too.
  document.addEventListener("pointerover", ({ target }) => {
    const time = target.closest(".inferred");
    if (time && !time.title) time.title = document.getElementById("main").dataset.inferring;
  });

  document.addEventListener("DOMContentLoaded", () => {
    const inputs = [...document.querySelectorAll(".theme input")];
    function tick() {
      for (const input of inputs) input.checked = input.value === chosen();
      dress(chosen());
    }
    tick();
    for (const input of inputs)
      input.addEventListener("change", () => {
        store("theme", input.value);
        dress(input.value);
      });
    const keys = document.querySelector("input[name=keys]");
    keys.checked = root.dataset.keys !== "off";
    keys.addEventListener("change", () => {
      const state = keys.checked ? "on" : "off";
      root.dataset.keys = state;
      store("keys", state);
    });
    // A page that is gone back to is as it was left, and another may have been chosen since.
    window.addEventListener("pageshow", (event) => {
      if (event.persisted) tick();
    });
    // A sheet over the page is put away by who goes to a place of the page from it.
    document.addEventListener("click", (event) => {
      const link = event.target.closest("[popover] a[href^='#']");
      const sheet = link && link.closest("[popover]");
      if (sheet && sheet.matches(":popover-open")) sheet.hidePopover();
    });
    // The other language opens at the same place of the page, also in another tab. Pages that know better are asked.
    const follow = ({ currentTarget: link }) => {
      link.hash = location.hash;
      link.search = location.search;
      document.dispatchEvent(new CustomEvent("lead-on", { detail: link }));
    };
    for (const link of document.querySelectorAll(".other-language"))
      for (const act of ["pointerdown", "contextmenu", "click"]) link.addEventListener(act, follow);
    again();
  });
})();
