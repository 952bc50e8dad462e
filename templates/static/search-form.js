// The form of the search page: what it asks for, which lives in the address, and its keys.
window.duizhaoForm = (() => {
  "use strict";
  const { choose, write, follow } = window.duizhaoAddress;
  const { bounded } = window.duizhaoQuery;
  const form = document.querySelector("[data-search]");
  const field = form.elements.q;
  const selects = [...form.querySelectorAll("select")];

  const query = () => bounded(field.value.trim());
  function filters() {
    return Object.fromEntries(selects.map((select) => [select.name, select.value]).filter((pair) => pair[1]));
  }
  // On a narrow window the filters are a sheet; its button says how many are set.
  const button = form.querySelector("[popovertarget]");
  const atFirst = button.textContent;
  function tellFilters() {
    const set = Object.keys(filters()).length;
    button.textContent = set ? button.dataset.chosen.replace("{n}", set) : atFirst;
  }

  function clearFilters() {
    for (const select of selects) select.value = "";
  }
  // The query and the filters into the address, which nothing else stands in.
  function remember() {
    const none = Object.fromEntries([...new URLSearchParams(location.search).keys()].map((name) => [name, []]));
    const asked = Object.entries({ ...(query() ? { q: query() } : {}), ...filters() });
    write({ ...none, ...Object.fromEntries(asked.map(([name, value]) => [name, [value]])) });
  }
  // While a district is chosen only its reports can be.
  function narrow() {
    const district = form.elements.district.value;
    const { report } = form.elements;
    for (const option of report.options) {
      option.disabled = Boolean(district && option.value && option.dataset.district !== district);
      option.hidden = option.disabled;
    }
    if (report.selectedOptions[0].disabled) report.value = "";
  }

  // What the address gives; a filter that there is no more is left out of it.
  function restore() {
    const given = new URLSearchParams(location.search);
    field.value = bounded(given.get("q") || "");
    selects.forEach(choose);
    if (!field.value && location.hash === "#q") field.focus();
    narrow();
    tellFilters();
    if (location.search) remember();
    return given.has("q");
  }
  // Calls back with true where the reader says that the query is whole, and not while pinyin is not yet characters.
  function watch(changed) {
    let waiting = 0;
    function now(submitted) {
      clearTimeout(waiting);
      narrow();
      remember();
      tellFilters();
      changed(submitted);
    }
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      now(true);
    });
    for (const select of selects) select.addEventListener("change", () => now(false));
    field.addEventListener("compositionstart", () => clearTimeout(waiting));
    field.addEventListener("compositionend", () => now(false));
    field.addEventListener("input", (event) => {
      if (event.isComposing) return;
      clearTimeout(waiting);
      waiting = setTimeout(now, 150, false);
    });
    field.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || event.isComposing) return;
      event.preventDefault();
      field.value = "";
      now(false);
    });
    follow(() => changed(restore()));
    return now;
  }

  // The keys: down from the field into the results and on; up from the first, or Escape, back to it.
  const results = document.getElementById("results");
  const links = () => [...results.querySelectorAll("a:not(.answers a)")];
  function step(event, to) {
    event.preventDefault();
    const link = to < 0 ? field : links()[to];
    if (link) link.focus();
  }
  field.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" && !event.isComposing) step(event, 0);
  });
  results.addEventListener("keydown", (event) => {
    const at = links().indexOf(document.activeElement);
    if (at >= 0 && event.key === "ArrowDown") step(event, at + 1);
    if (at >= 0 && event.key === "ArrowUp") step(event, at - 1);
    if (event.key === "Escape") step(event, -1);
  });

  return { said: form.dataset, field, query, filters, clearFilters, restore, watch };
})();
