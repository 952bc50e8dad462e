// The comparison: filters by kind and theme that live in the address.
(() => {
  "use strict";
  const form = document.querySelector("[data-filters]");
  const address = new URLSearchParams(location.search);
  const kinds = [...form.querySelectorAll("input[name=kind]")];
  const { theme, year } = form.elements;

  // A statement belongs to every year from the first to the last of its time.
  function within(item) {
    const years = item.dataset.years.split(" ");
    return !year.value || (years[0] <= year.value && year.value <= years[years.length - 1]);
  }
  const chosen = () => kinds.filter((input) => input.checked).map((input) => input.value);

  function apply() {
    const shown = chosen();
    for (const item of document.querySelectorAll(".matrix .says > li"))
      item.hidden = !shown.includes(item.dataset.kind) || !within(item);
    for (const row of document.querySelectorAll(".matrix tbody tr"))
      row.hidden = theme.value !== "" && row.id !== theme.value;
  }
  function remember() {
    const query = new URLSearchParams();
    const shown = chosen();
    if (shown.length < kinds.length) for (const kind of shown) query.append("kind", kind);
    if (theme.value) query.set("theme", theme.value);
    if (year.value) query.set("year", year.value);
    history.replaceState(null, "", (String(query) ? `?${query}` : location.pathname) + location.hash);
  }
  if (address.has("kind")) for (const input of kinds) input.checked = address.getAll("kind").includes(input.value);
  if (address.get("theme")) theme.value = address.get("theme");
  if (address.get("year")) year.value = address.get("year");
  form.addEventListener("change", () => {
    apply();
    remember();
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  if (location.search) apply();
})();
