// The keys of the search page: down from the field into the results and on; up from the first, or Escape, back to it.
(() => {
  "use strict";
  const { field } = window.duizhaoForm;
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
})();
