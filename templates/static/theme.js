// The colour scheme, before the first paint so that it does not flash; and the mark that scripts run.
(() => {
  "use strict";
  const root = document.documentElement;
  // A folder on disk may keep nothing: then the choice lasts as long as the page.
  function stored() {
    try {
      return localStorage.getItem("theme");
    } catch {
      return null;
    }
  }
  function store(value) {
    try {
      localStorage.setItem("theme", value);
    } catch {
      return;
    }
  }
  root.dataset.js = "";
  const theme = stored() || "auto";
  if (theme !== "auto") root.dataset.theme = theme;

  // The stroke goes to the search box; where there is none to be seen, to the page of the search.
  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.matches("input, select, textarea") || document.querySelector("dialog[open]")) return;
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

  document.addEventListener("DOMContentLoaded", () => {
    for (const input of document.querySelectorAll("input[name=theme]")) {
      input.checked = input.value === theme;
      input.addEventListener("change", () => {
        store(input.value);
        if (input.value === "auto") delete root.dataset.theme;
        else root.dataset.theme = input.value;
      });
    }
    // The other language opens at the same place of the page.
    for (const link of document.querySelectorAll(".other-language"))
      link.addEventListener("click", () => {
        if (location.hash) link.hash = location.hash;
        link.search = location.search;
      });
  });
})();
