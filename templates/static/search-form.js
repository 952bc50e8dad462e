// The form of the search page: what it asks for, which lives in the address.
window.duizhaoForm = (() => {
  "use strict";
  const form = document.querySelector("[data-search]");
  const field = form.elements.q;
  const selects = [...form.querySelectorAll("select")];

  const query = () => field.value.trim();
  function filters() {
    return Object.fromEntries(selects.map((select) => [select.name, select.value]).filter((pair) => pair[1]));
  }
  function clearFilters() {
    for (const select of selects) select.value = "";
  }
  // The query and the filters into the address.
  function remember() {
    const asked = new URLSearchParams({ ...(query() ? { q: query() } : {}), ...filters() });
    history.replaceState(null, "", String(asked) ? `?${asked}` : location.pathname);
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
    field.value = given.get("q") || "";
    for (const select of selects) {
      const value = given.get(select.name);
      if ([...select.options].some((option) => option.value === value)) select.value = value;
    }
    if (!field.value && location.hash === "#q") field.focus();
    narrow();
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
    return now;
  }

  return { said: form.dataset, field, query, filters, clearFilters, restore, watch };
})();
