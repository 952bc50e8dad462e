// The comparison of many districts: chooses the columns that are shown; the choice lives in the address. Loads after
// compare.js, which writes the address first.
(() => {
  "use strict";
  const form = document.querySelector("[data-filters]");
  const choice = document.getElementById("choose");
  const box = document.getElementById("box");
  const status = document.getElementById("shown");
  const ticks = [...choice.querySelectorAll("input[name=district]")];
  const first = chosen();

  function chosen() {
    return ticks.filter((tick) => tick.checked).map((tick) => tick.value);
  }
  function apply() {
    const shown = chosen();
    ticks.forEach((tick, index) => {
      // The first column is the themes'.
      const column = box.querySelectorAll(`tr > :nth-child(${index + 2}):not(.folded)`);
      const named = box.querySelectorAll(`.folded [data-district="${tick.value}"]`);
      for (const part of [...column, ...named]) part.toggleAttribute("data-spare", !tick.checked);
    });
    box.dataset.columns = shown.length;
    box.hidden = shown.length === 0;
    status.textContent = status.dataset.count.replace("{n}", shown.length);
  }
  // None is a step on the way to a choice: the address keeps the last one that shows something.
  function remember() {
    const shown = chosen().join(",");
    const query = new URLSearchParams(location.search);
    query.delete("district");
    if (shown && shown !== first.join(",")) query.set("district", shown);
    const words = String(query).replaceAll("%2C", ",");
    history.replaceState(null, "", (words ? `?${words}` : location.pathname) + location.hash);
  }
  function tickAll(wanted) {
    for (const tick of ticks) tick.checked = wanted(tick);
    apply();
  }

  form.addEventListener("change", (event) => {
    if (event.target.name === "district") apply();
    remember();
  });
  for (const button of choice.querySelectorAll("button"))
    button.addEventListener("click", () => {
      tickAll(() => button.value === "all");
      remember();
    });
  const asked = new Set(new URLSearchParams(location.search).getAll("district").join(",").split(","));
  if (ticks.some((tick) => asked.has(tick.value))) tickAll((tick) => asked.has(tick.value));
})();
