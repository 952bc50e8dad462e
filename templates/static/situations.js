// The switch of a page for what is stated as so and claimed by nobody; how it stands lives in the address.
(() => {
  "use strict";
  const { offered, write, follow } = window.duizhaoAddress;
  const form = document.querySelector("[data-situations]");
  const { situations } = form.elements;
  const kept = [...document.querySelectorAll("main [data-kind=situation]")].filter((one) => !form.contains(one));

  // A list of which all is put away says so, and the count of a group is that of what it shows. Some of it may be folded.
  const lists = Array.from(document.querySelectorAll(".says:not(.stretch *)"), (list) => {
    const silent = document.createElement("p");
    silent.className = "silent filtered";
    silent.textContent = form.dataset.none;
    silent.hidden = true;
    list.after(silent);
    const group = list.parentNode;
    const folds = [...group.querySelectorAll(":scope > .stretch")];
    const items = [list, ...folds].flatMap((one) => [...one.querySelectorAll("li")]);
    return { items, list, folds, silent, count: group.querySelector("h2 > .count") };
  });
  function apply() {
    for (const one of kept) one.hidden = !situations.checked;
    for (const { items, list, folds, silent, count } of lists) {
      const left = items.filter((item) => !item.hidden);
      list.hidden = !left.some((item) => list.contains(item));
      for (const fold of folds) fold.hidden = !left.some((item) => fold.contains(item));
      silent.hidden = left.length > 0;
      if (count) count.textContent = left.length;
    }
  }
  function read() {
    situations.checked = !offered("situations", ["off"]).length;
    apply();
  }
  form.addEventListener("change", () => {
    write({ situations: situations.checked ? [] : ["off"] });
    apply();
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  follow(read);
  read();
})();
