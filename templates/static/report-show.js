// What a report page shows: its filters by kind and theme, and the choice of language.
(() => {
  "use strict";
  const { statements, close, opened } = window.duizhaoCards;
  const all = (selector) => [...document.querySelectorAll(selector)];

  // The block at the top of the window, so that a change of what is shown leaves the text where it is.
  const blocks = all(".text .block, .text h2, .text h3");
  const head = document.querySelector(".masthead").offsetHeight;
  const topmost = () => blocks.find((block) => block.getBoundingClientRect().bottom > head + 40) || blocks[0];
  function inPlace(change) {
    const block = topmost();
    const before = block.getBoundingClientRect().top;
    change();
    window.scrollBy(0, block.getBoundingClientRect().top - before);
  }

  // The filters of kind and theme, and beside each kind how many of its statements they leave.
  const { body } = document;
  const panel = document.getElementById("show");
  const nothing = document.getElementById("nothing-left");
  const kinds = all("input[name=show]");
  const readings = all("input[name=reading]");
  const themes = document.getElementById("theme-filter");
  const hasTheme = (mark) => themes.value === "" || mark.dataset.themes.split(" ").includes(themes.value);
  function show() {
    const hidden = kinds.filter((input) => !input.checked).map((input) => input.value);
    body.dataset.hide = hidden.join(" ");
    for (const mark of all(".st")) mark.toggleAttribute("data-dim", !hasTheme(mark));
    const left = statements.filter(hasTheme);
    for (const { value, parentNode } of kinds)
      parentNode.querySelector(".count").textContent = left.filter((mark) => mark.dataset.kind === value).length;
    nothing.hidden = !statements.length || left.some((mark) => !hidden.includes(mark.dataset.kind));
    if (opened() && (hidden.includes(opened().dataset.kind) || !hasTheme(opened()))) close();
  }
  // The statements are marked in the Chinese: where that is put away there is nothing to filter.
  function read() {
    const input = readings.find((one) => one.checked);
    if (input) body.dataset.lang = input.value;
    const away = body.dataset.lang === "en";
    for (const control of [...kinds, themes]) control.disabled = away;
    const note = document.getElementById("nothing-marked");
    if (note) note.hidden = !away;
    panel.toggleAttribute("data-away", away);
  }
  for (const input of readings) input.addEventListener("change", () => inPlace(read));
  for (const control of [...kinds, themes]) control.addEventListener("change", () => inPlace(show));
  nothing.querySelector("button").addEventListener("click", () => {
    for (const input of kinds) input.checked = true;
    themes.value = "";
    inPlace(show);
    kinds[0].focus();
  });
  // A browser that goes back to the page sets the controls as they were left.
  read();
  show();
  window.addEventListener("pageshow", () => {
    read();
    show();
  });

  // The other language opens at the block that is being read.
  for (const link of all(".other-language"))
    link.addEventListener("click", () => {
      if (!location.hash || !opened()) link.hash = `#${topmost().id}`;
    });
})();
