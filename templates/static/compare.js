// The comparison: filters by kind and theme that live in the address.
(function () {
  "use strict";
  var form = document.querySelector("[data-filters]"), address = new URLSearchParams(location.search);
  var kinds = Array.prototype.slice.call(form.querySelectorAll("input[name=kind]")), theme = form.elements.theme, year = form.elements.year;

  // A statement belongs to every year from the first to the last of its time.
  function within(item) {
    var years = item.dataset.years.split(" ");
    return !year.value || (years[0] <= year.value && year.value <= years[years.length - 1]);
  }

  function apply() {
    var shown = kinds.filter(function (input) { return input.checked; }).map(function (input) { return input.value; });
    document.querySelectorAll(".matrix .says > li").forEach(function (item) { item.hidden = shown.indexOf(item.dataset.kind) < 0 || !within(item); });
    document.querySelectorAll(".matrix tbody tr").forEach(function (row) { row.hidden = theme.value !== "" && row.id !== theme.value; });
  }
  function remember() {
    var query = new URLSearchParams();
    if (kinds.some(function (input) { return !input.checked; }))
      kinds.forEach(function (input) { if (input.checked) query.append("kind", input.value); });
    if (theme.value) query.set("theme", theme.value);
    if (year.value) query.set("year", year.value);
    history.replaceState(null, "", (String(query) ? "?" + query : location.pathname) + location.hash);
  }
  if (address.has("kind")) kinds.forEach(function (input) { input.checked = address.getAll("kind").indexOf(input.value) >= 0; });
  if (address.get("theme")) theme.value = address.get("theme");
  if (address.get("year")) year.value = address.get("year");
  form.addEventListener("change", function () { apply(); remember(); });
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  if (location.search) apply();
})();
