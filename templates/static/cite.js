// Citing: the buttons that ask for it. What is cited, and all that shows it, is loaded when it is first asked for, from
// data: the page may have been translated, or marked by the browser.
(() => {
  "use strict";
  const dialog = document.getElementById("cite-dialog");
  const floating = document.getElementById("cite-selection");
  const failed = document.getElementById("cite-failed");
  // Today where the reader is: toISOString would give the day in Greenwich.
  const now = new Date();
  const day = [now.getFullYear(), now.getMonth() + 1, now.getDate()];
  const today = day.map((part) => String(part).padStart(2, "0")).join("-");
  for (const gap of document.querySelectorAll("[data-today]")) gap.textContent = `[${today}]`;
  dialog.dataset.today = today;

  const loads = new Map();
  function load(source) {
    if (!loads.has(source)) {
      const loading = new Promise((resolve, reject) => {
        const script = document.createElement("script");
        script.src = source;
        script.addEventListener("load", resolve);
        script.addEventListener("error", () => {
          loads.delete(source); // to be tried again
          reject(new Error(source));
        });
        document.head.append(script);
      });
      loads.set(source, loading);
    }
    return loads.get(source);
  }
  // One after another: each uses what those before it have put there.
  async function loaded() {
    for (const source of dialog.dataset.scripts.split(" ")) await load(source);
    return window.duizhaoCite;
  }
  async function show(what, statement) {
    failed.hidden = true;
    try {
      const cite = await loaded();
      cite.show(what, statement);
    } catch {
      document.getElementById("cite-formats").replaceChildren();
      failed.hidden = false;
    }
    if (!dialog.open) dialog.showModal();
  }
  function button(name, statement) {
    const made = document.createElement("button");
    made.type = "button";
    made.className = name;
    made.textContent = dialog.dataset[name];
    made.addEventListener("click", () => show(name, statement));
    return made;
  }
  document.addEventListener("duizhao-card", ({ detail: { id, card } }) => {
    card.querySelector("footer").append(button("cite", id), button("share", id));
  });
  const whole = document.getElementById("cite-report");
  if (whole) whole.addEventListener("click", () => show("whole", ""));

  // Words that a reader has marked are copied with where they stand.
  function selected() {
    const selection = document.getSelection();
    const text = String(selection).trim();
    const node = text && selection.anchorNode;
    const element = node && (node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement);
    const block = element && element.closest(".text .block, .text h2, .text h3");
    return block ? { text, block: block.id } : null;
  }
  document.addEventListener("selectionchange", () => {
    const marked = selected();
    floating.hidden = !marked;
    // Loaded before it is pressed: a browser lets a page copy only at once.
    if (marked) loaded().catch(() => {});
  });
  floating.addEventListener("mousedown", (event) => event.preventDefault());
  floating.addEventListener("click", () => {
    const marked = selected();
    if (!marked) return;
    loaded().then(
      (cite) => cite.copySelected(marked.text, marked.block, floating),
      () => show("whole", ""),
    );
  });
})();
