// The wordings: of the pairs those with one kind of change, of two whole texts what stands in both. The choice lives in
// the address.
(() => {
  "use strict";
  const { offered, write, follow } = window.duizhaoAddress;
  const form = document.querySelector("form.chips");
  const inputs = [...form.querySelectorAll("input")];
  const [{ name }] = inputs;
  const ofChanges = "changes" in form.dataset;
  const items = [...document.querySelectorAll(ofChanges ? ".pair" : ".laid-out tbody tr")];
  const stretches = [...document.querySelectorAll(".stretch")];
  const status = document.getElementById("wording-count");

  // A paragraph is named where it begins; where that row is put away, the next one of it that is left has the name.
  function lend() {
    for (const lent of document.querySelectorAll(".laid-out [data-lent]")) lent.remove();
    for (const side of [0, 1]) {
      let owed = null;
      for (const row of items) {
        const cell = row.cells[side];
        const named = cell.querySelector("p > a");
        if (named) owed = row.hidden ? named : null;
        else if (owed && !row.hidden && !cell.matches(".h")) {
          const own = document.createElement("p");
          own.dataset.lent = "";
          own.append(owed.cloneNode(true));
          cell.append(own);
          owed = null;
        }
      }
    }
  }
  function apply() {
    const { value } = inputs.find((input) => input.checked);
    for (const item of items) {
      const held = ofChanges ? item.dataset.changes.split(" ") : [item.dataset.line || "both"];
      item.hidden = value !== "" && !held.includes(value);
    }
    if (!ofChanges) lend();
    // A stretch of which nothing is left says nothing; pairs that are asked for are shown.
    for (const fold of stretches) {
      fold.hidden = items.every((item) => item.hidden || !fold.contains(item));
      if (ofChanges && value) fold.open = !fold.hidden;
    }
    if (!status) return;
    const shown = items.filter((item) => !item.hidden).length;
    status.textContent = form.dataset.changes.replace("{n}", shown);
  }
  function read() {
    const values = inputs.map((input) => input.value);
    const [asked = ""] = offered(name, values);
    for (const input of inputs) input.checked = input.value === asked;
    apply();
  }
  form.addEventListener("change", (event) => {
    write({ [name]: event.target.value ? [event.target.value] : [] });
    apply();
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  follow(read);
  read();

  const all = document.getElementById("open-all");
  if (all)
    all.addEventListener("click", () => {
      // As if by hand, so that they are open when the reader comes back.
      for (const fold of stretches) if (!fold.open) fold.querySelector("summary").click();
      const left = stretches.find((fold) => !fold.hidden);
      if (left) left.querySelector("summary").focus();
      all.hidden = true;
    });
})();
