// The wordings: of the pairs those with one kind of change, of two whole texts what stands in both. The choice lives in
// the address.
(() => {
  "use strict";
  const { offered, write, follow } = window.duizhaoAddress;
  const form = document.querySelector("form.chips");
  const inputs = [...form.querySelectorAll("input")];
  const [{ name }] = inputs;
  const ofChanges = "changes" in form.dataset;
  const items = [...document.querySelectorAll(ofChanges ? "#wordings > .pair" : "#laid-out tbody tr")];
  const status = document.getElementById("wording-count");

  function apply() {
    const { value } = inputs.find((input) => input.checked);
    for (const item of items) {
      const held = ofChanges ? item.dataset.changes.split(" ") : [item.dataset.line];
      item.hidden = value !== "" && !held.includes(value);
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
})();
