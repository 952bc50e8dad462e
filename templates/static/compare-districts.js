// Tables of many districts: chooses the columns that are shown; the choice lives in the address. Loads before compare.js,
// which looks at the columns that are shown.
(() => {
  "use strict";
  const { offered, write, follow } = window.duizhaoAddress;
  const form = document.querySelector("[data-districts]");
  const choice = document.getElementById("choose");
  const box = document.getElementById("box");
  const status = document.getElementById("shown");
  const ticks = [...choice.querySelectorAll("input[name=district]")];
  const atFirst = (tick) => tick.defaultChecked;

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
    if (!chosen().length) return;
    const isFirst = ticks.every((tick) => tick.checked === tick.defaultChecked);
    write({ district: isFirst ? [] : [chosen().join(",")] });
  }
  function tickAll(wanted) {
    for (const tick of ticks) tick.checked = wanted(tick);
    apply();
  }
  function read() {
    const names = ticks.map((tick) => tick.value);
    const asked = new Set(offered("district", names));
    tickAll(asked.size ? (tick) => asked.has(tick.value) : atFirst);
  }

  form.addEventListener("change", () => {
    apply();
    remember();
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  for (const button of choice.querySelectorAll("button"))
    button.addEventListener("click", () => {
      tickAll(() => button.value === "all");
      form.dispatchEvent(new Event("change"));
    });
  const nothing = document.querySelector("#nothing-left button");
  if (nothing)
    nothing.addEventListener("click", () => {
      if (!chosen().length) tickAll(atFirst);
    });
  follow(read);
  read();
})();
